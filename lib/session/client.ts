import "server-only";
import { headers } from "next/headers";
import { env } from "../env";
import { clientOf, networkOf } from "../gate/address";
import { gateKey } from "../gate/passed";

/**
 * The network the request came from: an IPv4 address, or the /64 of an IPv6 address, as the server saw it behind
 * its trusted proxies; "unknown" where nothing tells.
 */
export async function clientNetwork(): Promise<string> {
  const sent = await headers();
  if (sent.get("x-lodge-gate") === gateKey()) return sent.get("x-lodge-client") ?? "unknown";
  // On serverless nothing of ours sees the socket. The platform is a proxy, and believed if the settings say so.
  const { TRUSTED_PROXIES: trusted } = env();
  if (!("hops" in trusted) || trusted.hops === 0) return "unknown";
  const named = (sent.get("x-forwarded-for") ?? "").split(",");
  const nearest = named.pop();
  return networkOf(clientOf(nearest, named.join(","), { hops: trusted.hops - 1 }));
}

/** Whether the request was sent on the server's own machine and no proxy handed it on. Never so on serverless. */
export async function isOnThisMachine(): Promise<boolean> {
  const sent = await headers();
  return sent.get("x-lodge-gate") === gateKey() && sent.get("x-lodge-local") === "yes";
}

/** Whether the front door has looked at this request; on serverless there is none. */
export async function hasPassedGate(): Promise<boolean> {
  return (await headers()).get("x-lodge-gate") === gateKey();
}
