import "server-only";
import type { IncomingMessage } from "node:http";
import { type BlockList, isIP } from "node:net";

/** The number of proxies in front, or their addresses. */
export type TrustedProxies = { hops: number } | { list: BlockList };

/** Strips brackets and port, and maps IPv4-in-IPv6 to IPv4. Null if it is not an address. */
export function readAddress(text: string): string | null {
  const written = text.trim();
  const bare =
    /^\[([^\]]*)\](:\d+)?$/.exec(written)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(written)?.[1] ?? written;
  const address = bare.replace(/%.*$/, "");
  if (isIP(address) === 4) return address;
  if (isIP(address) !== 6) return null;
  const groups = groupsOf(address);
  const isMapped = groups.slice(0, 5).every(group => group === 0) && groups[5] === 0xffff;
  if (!isMapped) return address.toLowerCase();
  const [high = 0, low = 0] = groups.slice(6);
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

/** The eight groups of an IPv6 address. The URL parser expands every spelling. */
function groupsOf(address: string): number[] {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = "", tail] = canonical.split("::");
  const parse = (part: string | undefined) =>
    part ? part.split(":").map(group => Number.parseInt(group, 16)) : [];
  const [first, last] = [parse(head), parse(tail)];
  return tail === undefined ? first : [...first, ...Array(8 - first.length - last.length).fill(0), ...last];
}

/** Walks X-Forwarded-For from the socket outwards while the hop is trusted; entries beyond could be forged. */
export function clientOf(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trusted: TrustedProxies,
): string {
  let client = readAddress(peer ?? "") ?? "unknown";
  const named = (forwardedFor ?? "").split(",").slice(-50).reverse();
  for (const [step, text] of named.entries()) {
    if (!isTrusted(client, step, trusted)) return client;
    const address = readAddress(text);
    if (address === null) return client;
    client = address;
  }
  return client;
}

function isTrusted(address: string, step: number, trusted: TrustedProxies): boolean {
  if ("hops" in trusted) return step < trusted.hops;
  return trusted.list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** The unit that rate limits count by: an IPv4 address, or the /64 of an IPv6 address. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const prefix = groupsOf(address).slice(0, 4);
  return `${prefix.map(group => group.toString(16)).join(":")}::/64`;
}

const isLoopback = (address: string) => /^127\.|^::1$/.test(address);

/** HTTP/1.0 counts as proxied: nginx speaks it by default, browsers never do. */
export function isFromThisMachine({ socket, headers, httpVersion }: IncomingMessage): boolean {
  const isForwarded = Object.keys(headers).some(name =>
    /^(x-forwarded-.*|forwarded|via|x-real-ip|cf-connecting-ip|true-client-ip)$/.test(name),
  );
  return !isForwarded && httpVersion !== "1.0" && isLoopback(readAddress(socket.remoteAddress ?? "") ?? "");
}
