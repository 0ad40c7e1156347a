import "server-only";
import { headers } from "next/headers";

/**
 * The network the request came from: an IPv4 address, or the /64 of an IPv6 address, as the server saw it behind
 * its trusted proxies; "unknown" where nothing tells.
 */
export async function clientNetwork(): Promise<string> {
  return (await headers()).get("x-lodge-client") ?? "unknown";
}
