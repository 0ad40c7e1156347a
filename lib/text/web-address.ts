/** The address a typed link leads to, with https:// added where missing. Null if it is not a web address. */
export function hrefOf(typed: string): string | null {
  const href = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (/\s/.test(typed) || !URL.canParse(href)) return null;
  const { hostname, username } = new URL(href);
  // Without a scheme, require a full host name: `mailto:x` and `note:` are not links.
  const isSure = href === typed || (/^[^:/?#]+\.\p{L}{2,}(?=$|[:/?#])/u.test(typed) && username === "");
  return isSure && hostname !== "" ? href : null;
}
