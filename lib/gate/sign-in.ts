// Excludes the page of an emailed link, whose token would end up in the return path.
const needsSignIn = /^\/(catalog|requests|ours|settings(?!\/email\/)|notifications|agent|admin)(\/|$)/;
const sessionCookie = /(?:^|;\s*)(?:__Host-)?lodge-session=/;

/** Whether a browser sends any session; whether it is a good one is decided behind. */
export const isSignedOut = (cookies: string | undefined) => !sessionCookie.test(cookies ?? "");

/** Where somebody who is signed out logs in to get back to an address; null if it needs no session. */
export function signInFor(path: string, search: string): string | null {
  if (!needsSignIn.test(path)) return null;
  const query = new URLSearchParams(search);
  // Next's own, which tells answers for scripts apart.
  query.delete("_rsc");
  const next = query.size > 0 ? `${path}?${query}` : path;
  return `/sign-in?next=${encodeURIComponent(next)}`;
}
