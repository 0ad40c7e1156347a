import "server-only";
import { headers } from "next/headers";
import { env } from "../env";
import { clientOf, networkOf } from "../gate/address";
import { gateKey } from "../gate/passed";

/** An IPv4 address or the /64 of an IPv6 address, as seen behind trusted proxies, or "unknown". */
export async function clientNetwork(): Promise<string> {
  const sent = await headers();
  if (sent.get("x-lodge-gate") === gateKey()) return sent.get("x-lodge-client") ?? "unknown";
  // On serverless there is no socket and no gate: use the platform's header if the settings trust it.
  const { TRUSTED_PROXIES: trusted } = env();
  if (!("hops" in trusted) || trusted.hops === 0) return "unknown";
  const named = (sent.get("x-forwarded-for") ?? "").split(",");
  const nearest = named.pop();
  return networkOf(clientOf(nearest, named.join(","), { hops: trusted.hops - 1 }));
}

/** Whether it came from this machine without a proxy; always false on serverless. */
export async function isOnThisMachine(): Promise<boolean> {
  const sent = await headers();
  return sent.get("x-lodge-gate") === gateKey() && sent.get("x-lodge-local") === "yes";
}

/** Always false on serverless, which has no gate. */
export async function hasPassedGate(): Promise<boolean> {
  return (await headers()).get("x-lodge-gate") === gateKey();
}
