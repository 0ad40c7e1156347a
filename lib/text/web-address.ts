/** Where a typed address leads; https:// is added where it was left out. Null for what is no address of the web. */
export function hrefOf(typed: string): string | null {
  const href = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (/\s/.test(typed) || !URL.canParse(href)) return null;
  const { hostname, username } = new URL(href);
  // Without its beginning only a full name is one; `mailto:x` and `note:` are none.
  const isSure = href === typed || (/^[^:/?#]+\.\p{L}{2,}(?=$|[:/?#])/u.test(typed) && username === "");
  return isSure && hostname !== "" ? href : null;
}
