const local = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const name = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * Normalises an email address before checking it, so that look-alike characters cannot slip past. Host names become
 * ASCII (RFC 5891); the local part may be in any script (RFC 6531).
 */
export function addressOf(typed: string): string | null {
  const text = typed
    .slice(0, 1_000)
    .normalize("NFKC")
    .trim()
    .replace(/^mailto:/i, "")
    .toLowerCase();
  const at = text.lastIndexOf("@");
  const host = hostOf(text.slice(at + 1));
  const address = `${text.slice(0, at)}@${host}`;
  const isOne = at > 0 && at <= 64 && host !== null && address.length <= 254 && typed.length <= 1_000;
  return isOne && local.test(text.slice(0, at)) ? address : null;
}

function hostOf(typed: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(typed) || !URL.canParse(`http://${typed}`)) return null;
  const { hostname } = new URL(`http://${typed}`);
  return name.test(hostname) ? hostname : null;
}

/** Splits a pasted list of addresses, dropping names, brackets, mailto: and punctuation at the end. */
export function wordsOfAddresses(text: string): string[] {
  return text
    .replace(/"[^"\n]*"\s*(?=<)/g, " ")
    .replace(/(^|[,;\n])[^<>@,;\n]*<([^<>\s]*)>/g, "$1 $2 ")
    .split(/[\s,;]+/)
    .map(word => word.replace(/^[<(]+|[>).:!?]+$/g, ""))
    .filter(Boolean);
}
