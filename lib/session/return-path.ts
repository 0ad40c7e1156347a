/**
 * Where to go after signing in: a path on this desk, or `/` for anything that could lead elsewhere
 * (CVE-2022-24858 and its kin).
 */
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
  // Dots are resolved by now, and `/..//elsewhere` has become `//elsewhere`.
  if (!url || url.origin !== base || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search + url.hash;
}
