const local = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const name = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * One plain e-mail address, brought to the form in which it is stored and compared: NFKC and lower case first, then
 * checked, so that look-alike characters cannot slip past the check. Names of hosts become ASCII (RFC 5891), as browsers
 * send them; the part before the @ may be in any script (RFC 6531). Null for what is none.
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

/** Addresses as they are copied: with names, in brackets, behind mailto:, before the mark that ends a sentence. */
export function wordsOfAddresses(text: string): string[] {
  return text
    .replace(/"[^"\n]*"\s*(?=<)/g, " ")
    .replace(/(^|[,;\n])[^<>@,;\n]*<([^<>\s]*)>/g, "$1 $2 ")
    .split(/[\s,;]+/)
    .map(word => word.replace(/^[<(]+|[>).:!?]+$/g, ""))
    .filter(Boolean);
}
