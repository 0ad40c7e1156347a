// Addresses of the desk's own pages. Whatever else a link leads to, the browser opens by itself.
const pages =
  /^\/($|(catalog|help|requests|ours|agent|admin|settings|notifications|mailbox|sign-in|sign-up|reset|invitations)(\/|$))/;
const notPages =
  /\.csv$|\/html$|^\/(settings\/data\/export|(settings\/email|sign-up\/confirm|invitations)\/.)/;
// What people go to and fro between: the lists, and a request.
const near = /^\/(requests|agent|(agent\/)?requests\/[A-Za-z][A-Za-z0-9]+-\d+)$/;

type Link = Pick<HTMLAnchorElement, "href" | "target" | "rel" | "dataset"> & {
  hasAttribute(name: string): boolean;
};

/**
 * Where a link leads if the router can take us there without a new document. A link to a place on a page is the
 * browser's, because only that marks the place, unless `data-load="soft"` prefers to keep what is typed;
 * `data-load="full"` wants a new document.
 */
export function pageOf(link: Link, here: string): URL | null {
  const to = new URL(link.href, here);
  if (to.origin !== new URL(here).origin) return null;
  if (to.hash !== "" && link.dataset.load !== "soft") return null;
  if (link.target || link.hasAttribute("download") || link.dataset.load === "full") return null;
  // What a person typed may lead anywhere.
  if (link.rel.split(" ").includes("ugc")) return null;
  return pages.test(to.pathname) && !notPages.test(to.pathname) ? to : null;
}

/** Whether a page may be fetched before its link is followed. Not a search, which counts towards its reader's limit. */
export const isNear = ({ pathname, searchParams }: URL): boolean =>
  near.test(pathname) && !searchParams.has("q");
