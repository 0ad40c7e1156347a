// The browser keeps them in a cookie of the agents' pages alone, so that logging out anywhere clears them.

export const recentCookie = { name: "lodge-searches", path: "/agent" };

const mostKept = 5;
const mostLetters = 120;

/** The newest first. @param cookies of the page */
export function recentIn(cookies: string): string[] {
  const found = cookies.split("; ").find(one => one.startsWith(`${recentCookie.name}=`));
  try {
    return (found?.slice(recentCookie.name.length + 1).split("~") ?? [])
      .map(decodeURIComponent)
      .filter(Boolean);
  } catch {
    return [];
  }
}

/** The cookie that has this search as well. */
export function withRecent(cookies: string, search: string, isSecure: boolean): string {
  const others = recentIn(cookies).filter(one => one !== search);
  const kept = [search, ...others].filter(one => one.length <= mostLetters).slice(0, mostKept);
  const value = kept.map(one => encodeURIComponent(one).replaceAll("~", "%7E")).join("~");
  return `${recentCookie.name}=${value}; path=${recentCookie.path}; samesite=lax${isSecure ? "; secure" : ""}`;
}
