/** A path on this desk, or `/` for anything that could lead elsewhere (an open redirect, as in CVE-2022-24858). */
export function returnPath(wish: unknown): string {
  if (
    typeof wish !== "string" ||
    wish.length > 2_000 ||
    !/^\/(?![/\\])/.test(wish) ||
    /[\\\p{Cc}]/u.test(wish)
  )
    return "/";
  const base = "http://desk.invalid";
  const url = URL.canParse(wish, base) ? new URL(wish, base) : null;
  // The URL parser has resolved dots, so `/..//elsewhere` is now `//elsewhere`.
  if (!url || url.origin !== base || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search + url.hash;
}
