import "server-only";
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { env } from "../env";
import { perProcess } from "../process/per-process";
import { clientOf, isFromThisMachine, networkOf } from "./address";
import { isOurOrigin } from "./hosts";

/** Known to this process alone, so that a header with it can only come from the gate. */
export const gateKey = () => perProcess("key of the gate", randomUUID);

/** What the desk says to itself; nobody else's word on these is believed. */
const ourOwn = /^(x-lodge-.*|x-nonce|x-path)$/;
const forwarding = /^(x-forwarded-.*|forwarded|x-real-ip|via)$/;

/**
 * Removes what the sender claims about itself and says instead what the gate knows, for `lib/session/client.ts`.
 * Returns the network that the request came from.
 */
export function markPassed(request: IncomingMessage): string {
  const { headers, socket } = request;
  // Next asks its own server for the page that a form leads to, with the headers of the form.
  const isOwn = headers["x-lodge-gate"] === gateKey();
  const forwardedFor = [headers["x-forwarded-for"]].flat().join(",");
  const address = clientOf(socket.remoteAddress, forwardedFor, env().TRUSTED_PROXIES);
  const own = isOwn ? { client: headers["x-lodge-client"], local: headers["x-lodge-local"] } : null;
  const network = [own?.client].flat()[0] ?? networkOf(address);
  const isLocal = own ? own.local === "yes" : isFromThisMachine(request);
  for (const name of Object.keys(headers))
    if (ourOwn.test(name) || forwarding.test(name)) delete headers[name];
  Object.assign(headers, {
    "x-lodge-gate": gateKey(),
    "x-lodge-client": network,
    "x-lodge-local": isLocal ? "yes" : "no",
    "x-forwarded-for": address,
  });
  return network;
}

/**
 * Whether what is sent comes from a page of ours (OWASP ASVS 3.5.1). A browser says so in one of two headers or in both,
 * and then both must be right. Next compares the Origin with the Host once more, which a proxy may have replaced.
 */
export function isFromUs({ headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  const { origin, host } = headers;
  if (site !== undefined && site !== "same-origin") return false;
  if (origin === undefined) return site === "same-origin";
  if (!isOurOrigin(origin, host)) return false;
  headers.host = new URL(origin).host;
  return true;
}
