import type { Pulse } from "@/lib/entry/live";
import { closeMenuBehind } from "./menu-behind";

const pollMs = 30_000;

/** What agents watch besides, so that customers' pages need not know of it. */
let watchedBeside = (_path: string) => "";
export const watchBeside = (watched: typeof watchedBeside) => {
  watchedBeside = watched;
};

/** What may change on the page at this path, as the stream's query. */
function watchedAt(path: string): string {
  const reference = /^\/(?:agent\/)?requests\/([\w-]+)$/.exec(path)?.[1];
  if (reference) return `request=${reference}${watchedBeside(path)}`;
  if (path.startsWith("/ours/")) return "list=ours";
  return path === "/requests" ? "list=own" : path === "/agent" ? "list=queue" : "";
}

/** Of a list: the requests that changed, or anything where it has none; `others` among them were not named. */
export type ListNews = Pick<Pulse, "requests" | "others">;

/** `change` of the list, and `presence` of agents on what is shown; `watch` asks to look again what is shown. */
export const pageNews = new EventTarget();
const tell = (news: string, detail?: ListNews) => pageNews.dispatchEvent(new CustomEvent(news, { detail }));
const tellPresence = () => tell("presence");

/**
 * Watches for changes while the page is visible, by a stream, or by polling where streams fail. Returns a function
 * that stops it.
 */
export function watchPage(path: string, count: (unread: number) => void, renew: () => void) {
  // Begun here because this is loaded once the page is there; a second time changes nothing.
  document.addEventListener("focusin", closeMenuBehind);
  // An error page has no stamp and is not refreshed.
  const drawnStamp = () => document.querySelector<HTMLElement>("[data-stamp]")?.dataset.stamp;
  const query = () => {
    const watched = watchedAt(path);
    return watched && drawnStamp() ? `?${watched}` : "";
  };
  const isList = watchedAt(path).startsWith("list");
  let source: EventSource | undefined;
  let timer: number | undefined;
  let leaving: number | undefined;
  let failures = 0;
  let renewedFor = "";

  function take({ unread, stamp, changed, ...named }: Pulse) {
    failures = 0;
    count(unread);
    const drawn = drawnStamp();
    if (!stamp || !drawn) return;
    // Refresh once per change, so that a page that fails to render is not requested forever.
    const isNew = stamp !== drawn && stamp !== renewedFor;
    if (isNew) renewedFor = stamp;
    if (changed || (isList && isNew)) tell("change", named);
    if (isNew && !isList) renew();
  }

  // After a log-out elsewhere, keep a page with unsent text; sending it explains what to do.
  function leave() {
    if (document.querySelector("textarea")) rest();
    else location.reload();
  }

  async function ask() {
    const response = await fetch(`/api/live/now${query()}`).catch(() => null);
    if (response?.status === 401) return leave();
    if (response?.status === 404) return renewWhenSent();
    if (!response?.ok) return;
    take(await response.json());
    tellPresence();
  }

  // The answer to a form that is being sent may lead on from what is gone.
  function renewWhenSent() {
    if (!document.querySelector("form[aria-busy]")) return location.reload();
    window.clearTimeout(leaving);
    leaving = window.setTimeout(renewWhenSent, 500);
  }

  function listen() {
    source = new EventSource(`/api/live${query()}`);
    source.onmessage = ({ data }) => take(JSON.parse(data));
    source.addEventListener("presence", tellPresence);
    source.addEventListener("gone", renewWhenSent);
    source.addEventListener("ended", leave);
    source.onerror = () => {
      if (++failures < 2 && source?.readyState !== EventSource.CLOSED) return;
      rest();
      timer = window.setInterval(ask, pollMs);
      void ask();
    };
  }

  function rest() {
    source?.close();
    window.clearInterval(timer);
    window.clearTimeout(leaving);
  }

  function turn() {
    rest();
    if (document.visibilityState === "visible") listen();
  }

  document.addEventListener("visibilitychange", turn);
  pageNews.addEventListener("watch", turn);
  turn();
  return () => {
    pageNews.removeEventListener("watch", turn);
    document.removeEventListener("visibilitychange", turn);
    rest();
  };
}
