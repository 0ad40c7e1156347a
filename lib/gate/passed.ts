import "server-only";
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { env } from "../env";
import { perProcess } from "../process/per-process";
import { clientOf, isFromThisMachine, networkOf } from "./address";
import { isOurOrigin } from "./hosts";

/** Known only to this process, which proves that a header with it was set by the gate. */
export const gateKey = () => perProcess("key of the gate", randomUUID);

/** Headers that only the desk sets; sent ones are removed. */
const ourOwn = /^(x-lodge-.*|x-nonce)$/;
const forwarding = /^(x-forwarded-.*|forwarded|x-real-ip|via)$/;

/** Replaces what the sender claims with what the gate knows, for `lib/session/client.ts`. Returns the network. */
export function markPassed(request: IncomingMessage): string {
  const { headers, socket } = request;
  // Next requests a form's redirect target from its own server, with the form's headers.
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
    // Next hides from pages that its script asked for them.
    ...(headers.rsc !== undefined && { "x-lodge-script": "yes" }),
    "x-forwarded-for": address,
  });
  return network;
}

/**
 * Checks Sec-Fetch-Site and Origin (OWASP ASVS 3.5.1), then sets Host to the origin's host: a proxy may have replaced
 * it, and Next compares the two.
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
