import { follow } from "./follow";

/** The list that somebody has opened a request from: its address, and the paths of its requests. */
type List = { href: string; paths: string[] /** The row to go back to. */; at?: string };

const key = "lodge-list";

function readList(): List | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

const keepList = (list: List) => sessionStorage.setItem(key, JSON.stringify(list));

const rows = () => [...document.querySelectorAll("main .request-table tbody > tr, main [data-rows] > li")];
const linkOf = (row: Element | null | undefined) =>
  row?.querySelector<HTMLAnchorElement>(".summary > a") ?? row?.querySelector("a") ?? null;

let walkedTo: Element | null = null;

/** Arrows are the browser's until a row was gone to by a key. */
export const isWalking = () => walkedTo !== null && walkedTo === document.activeElement;

export function walk(step: 1 | -1): boolean {
  const all = rows();
  const here = all.findIndex(row => row.contains(document.activeElement));
  const to = here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step;
  return focusOn(linkOf(all[Math.max(0, Math.min(to, all.length - 1))]));
}

function focusOn(link: HTMLAnchorElement | null): boolean {
  walkedTo = link;
  link?.focus();
  return link !== null;
}

export function openRow(): boolean {
  const link = linkOf(rows().find(row => row.contains(document.activeElement)));
  link?.click();
  return link !== null;
}

/** Keeps the list that the clicked link is in, however it was clicked. */
export function rememberList({ target }: Event): void {
  const link = target instanceof Element ? target.closest("main .request-table tbody a[href]") : null;
  if (!link) return;
  const paths = rows().map(row => linkOf(row)?.pathname ?? "");
  keepList({ href: location.pathname + location.search, paths });
}

export function goBack(): void {
  const list = readList();
  if (list) keepList({ ...list, at: location.pathname });
  follow(list?.href ?? "/agent");
}

/** Focuses the row that one has come back to, or what has taken its place. */
export function findRow(): void {
  const list = readList();
  if (!list?.at || location.pathname + location.search !== list.href) return;
  const { at, ...rest } = list;
  keepList(rest);
  const links = rows().map(linkOf);
  const place = Math.min(list.paths.indexOf(at), links.length - 1);
  focusOn(links.find(link => link?.pathname === at) ?? links[place] ?? null);
}

/** Opens the next or previous request of the list; returns what to say where there is none. */
export function step(by: 1 | -1): "no_list" | "list_end" | "list_start" | null {
  const { paths = [] } = readList() ?? {};
  const here = paths.indexOf(location.pathname);
  if (here < 0) return "no_list";
  const to = paths[here + by];
  if (!to) return by > 0 ? "list_end" : "list_start";
  follow(to);
  return null;
}
