import "server-only";
import type { Header } from "./read";

/** Whether the sender's domain vouches for the email; `missing` without a result from a trusted server. */
export type Verdict = "pass" | "fail" | "missing";

type Finding = { method: string; result: string; properties: Map<string, string> };

/** Exchange Online writes no server name into its header; this setting trusts the topmost header instead. */
const unnamed = "exchange-online";
const amazon = "amazonses.com";

/**
 * Reads the topmost `Authentication-Results` (RFC 8601) of the trusted server: DMARC decides; without it, SPF or DKIM
 * must pass for the sender's domain or a parent of it.
 */
export function readVerdict(headers: Header[], authservId: string | undefined, domain: string): Verdict {
  if (!authservId) return "missing";
  const results = headers
    .filter(({ name }) => name === "authentication-results")
    .map(({ value }) => partsOf(value));
  const trusted = authservId === unnamed ? unnamedOf(results[0]) : namedOf(results, authservId);
  if (!trusted) return "missing";
  const findings = trusted.flatMap(part => readFinding(part) ?? []);
  const dmarc = findings.filter(({ method }) => method === "dmarc");
  // Contradictory results mean that somebody has tampered with the header.
  if (dmarc.some(finding => isFailure(finding) || !isAbout(finding, domain))) return "fail";
  if (dmarc.some(({ result }) => result === "pass")) return "pass";
  const others = findings.filter(({ method }) => method === "spf" || method === "dkim");
  if (others.some(finding => finding.result === "pass" && isAligned(finding, domain))) return "pass";
  return others.length + dmarc.length > 0 ? "fail" : "missing";
}

/** The sender may have written the headers below the topmost; one with a server name is not from Exchange. */
const unnamedOf = (parts: string[] | undefined) => (parts?.[0] && readFinding(parts[0]) ? parts : null);

function namedOf(results: string[][], authservId: string): string[] | null {
  const found = results.find(([id]) => id?.trim().split(/\s/)[0]?.toLowerCase() === authservId);
  if (!found) return null;
  const parts = found.slice(1);
  return authservId === amazon ? parts.map((part, index) => withSender(part, parts.slice(index + 1))) : parts;
}

/** Amazon SES puts SPF's sender after a semicolon, under another name. */
function withSender(part: string, following: string[]): string {
  if (!/^\s*spf=/i.test(part) || /smtp\.mailfrom=/i.test(part)) return part;
  const next = following.findIndex(other => /^\s*(spf|dkim|dmarc|arc)=/i.test(other));
  const own = next < 0 ? following : following.slice(0, next);
  const senders = own.flatMap(other => /^\s*envelope-from=([^\s;"<>]+)\s*$/i.exec(other)?.[1] ?? []);
  return senders.length === 1 ? `${part} smtp.mailfrom=${senders[0]}` : part;
}

const isFailure = ({ result }: Finding) =>
  result !== "pass" && result !== "none" && result !== "bestguesspass";

function isAbout({ properties }: Finding, domain: string): boolean {
  const named = properties.get("header.from");
  return named === undefined || named.replace(/^.*@/, "") === domain;
}

/** The proven domain must be the address's domain or a parent; siblings and subdomains prove nothing. */
function isAligned({ method, properties }: Finding, domain: string): boolean {
  const proven =
    method === "spf"
      ? properties.get("smtp.mailfrom")
      : (properties.get("header.d") ?? properties.get("header.i"));
  const name = proven?.replace(/^.*@/, "") ?? "";
  return name.includes(".") && (domain === name || domain.endsWith(`.${name}`));
}

function readFinding(part: string): Finding | null {
  const [head, ...rest] = part.trim().toLowerCase().split(/\s+/);
  const [, method, result] = /^([a-z-]+)(?:\/\d+)?=([a-z]+)$/.exec(head ?? "") ?? [];
  if (!method || !result) return null;
  const pairs = rest.flatMap(word => {
    const at = word.indexOf("=");
    return at > 0 ? [[word.slice(0, at), word.slice(at + 1).replace(/^"|"$/g, "")] as const] : [];
  });
  return { method, result, properties: new Map(pairs) };
}

function partsOf(value: string): string[] {
  const parts = [""];
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < value.length; at++) {
    const letter = value[at] ?? "";
    if (letter === "\\") {
      at++;
      continue;
    }
    if (letter === '"' && depth === 0) isQuoted = !isQuoted;
    if (!isQuoted && letter === "(") depth++;
    if (depth === 0 && letter === ";" && !isQuoted) parts.push("");
    // Replaces quoted white space, which would read as the end of a value.
    else if (depth === 0) parts[parts.length - 1] += isQuoted && /\s/.test(letter) ? "_" : letter;
    if (!isQuoted && letter === ")") depth = Math.max(0, depth - 1);
  }
  return parts;
}
