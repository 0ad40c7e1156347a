import type { Edges } from "@/components/search/row-order";
import { listKey } from "@/components/shell/beside";
import { follow } from "./follow";

/** What a list of the desk knows of itself: the query of its view, where its rows can be followed, and its name. */
export type ListOnDesk = { query: string | null; title: string; edges: Edges };

/** The list that somebody has opened a request from: its address, and the paths of its requests. */
export type List = {
  href: string;
  paths: string[];
  /** The row to go back to. */
  at?: string;
  desk?: ListOnDesk;
};

let onDesk: ListOnDesk | undefined;

/** Registers the open list. Returns a function that unregisters it. */
export function tellList(list: ListOnDesk): () => void {
  onDesk = list;
  return () => {
    if (onDesk === list) onDesk = undefined;
  };
}

export function readList(): List | null {
  try {
    return JSON.parse(sessionStorage.getItem(listKey) ?? "null");
  } catch {
    return null;
  }
}

export const keepList = (list: List) => sessionStorage.setItem(listKey, JSON.stringify(list));

const rows = () => [...document.querySelectorAll("main .request-table tbody > tr, main [data-rows] > li")];
const linkOf = (row: Element | null | undefined) =>
  row?.querySelector<HTMLAnchorElement>(".summary > a") ?? row?.querySelector("a") ?? null;

/** What an address says of the last request, and not of the list. */
const aboutLast = ["answered", "left", "gone"];

function listAddress(): string {
  const { pathname, search } = new URL(location.href);
  const query = new URLSearchParams(search);
  if (!aboutLast.some(name => query.has(name))) return pathname + search;
  for (const name of aboutLast) query.delete(name);
  return query.size > 0 ? `${pathname}?${query}` : pathname;
}

let walkedTo: Element | null = null;

/** Arrows are the browser's until a row was gone to by a key. */
export const isWalking = () => walkedTo !== null && walkedTo === document.activeElement;

export function walk(step: 1 | -1): boolean {
  const all = rows();
  const focused = all.findIndex(row => row.contains(document.activeElement));
  // Nobody is in the list yet: next to an open request, start from the row of that request, which has aria-current.
  const here = focused < 0 ? all.findIndex(row => row.querySelector("[aria-current=page]")) : focused;
  const to = here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step;
  return focusOn(linkOf(all[Math.max(0, Math.min(to, all.length - 1))]));
}

function focusOn(link: HTMLAnchorElement | null): boolean {
  walkedTo = link;
  link?.focus();
  return link !== null;
}

export const rowInUse = () => rows().find(row => row.contains(document.activeElement));

export function openRow(): boolean {
  const link = linkOf(rowInUse());
  link?.click();
  return link !== null;
}

const leavesList = "main .request-table tbody a[href], main .bulk-bar button[name]";

/** Keeps the list that the clicked link is in, or whose selection something is done with, however it was clicked. */
export function rememberList({ target }: Event): void {
  const link = target instanceof Element ? target.closest(leavesList) : null;
  if (!link) return;
  const paths = rows().map(row => linkOf(row)?.pathname ?? "");
  keepList({ href: listAddress(), paths, ...(onDesk && { desk: onDesk }) });
}

export function goBack(): void {
  const list = readList();
  if (list) keepList({ ...list, at: location.pathname });
  follow(list?.href ?? "/agent");
}

/** The address of the list that a request, or what is done with several, was opened from. */
export function wayBack(path?: string): string | undefined {
  const { href, paths = [] } = readList() ?? {};
  return path === undefined || paths.includes(path) ? href : undefined;
}

/** The path of what comes next in the list: a request or, after the last one, the list; empty outside of a list. */
export function nextInList(path = location.pathname): string {
  const { href = "", paths = [] } = readList() ?? {};
  const here = paths.indexOf(path);
  return here < 0 ? "" : (paths[here + 1] ?? href);
}

/** What a form of a request sends of the list, so that the desk can lead on through it. */
export function onwardFrom(path?: string): { next?: string; list?: string } {
  const next = nextInList(path);
  const list = readList()?.desk?.query;
  return { ...(next && { next }), ...(next && typeof list === "string" && { list }) };
}

/** Focuses the row that one has come back to, or what has taken its place. */
export function findRow(): void {
  const list = readList();
  if (!list?.at || listAddress() !== list.href) return;
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
