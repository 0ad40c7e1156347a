import type { Pulse } from "@/lib/entry/live";

const pollMs = 30_000;

/** What may change on the page at this path, as the stream's query. */
export function watchedAt(path: string): string {
  const reference = /^\/(?:agent\/)?requests\/([\w-]+)$/.exec(path)?.[1];
  if (reference) return `request=${encodeURIComponent(reference)}`;
  return path === "/requests" ? "list=own" : path === "/agent" ? "list=queue" : "";
}

/** `change` of the list, and `presence` of agents on what is shown. */
export const pageNews = new EventTarget();
const tell = (news: string) => pageNews.dispatchEvent(new Event(news));
const tellPresence = () => tell("presence");

/**
 * Watches for changes while the page is visible, by a stream, or by polling where streams fail. Returns a function
 * that stops it.
 */
export function watchPage(watched: string, count: (unread: number) => void, renew: () => void) {
  // An error page has no stamp and is not refreshed.
  const drawnStamp = () => document.querySelector<HTMLElement>("[data-stamp]")?.dataset.stamp;
  const query = watched && drawnStamp() ? `?${watched}` : "";
  let source: EventSource | undefined;
  let timer: number | undefined;
  let failures = 0;
  let renewedFor = "";

  function take({ unread, stamp, changed }: Pulse) {
    failures = 0;
    count(unread);
    const drawn = drawnStamp();
    // Refresh once per change, so that a page that fails to render is not requested forever.
    if (!stamp || !drawn || (!changed && (stamp === drawn || stamp === renewedFor))) return;
    renewedFor = stamp;
    if (watched.startsWith("list")) tell("change");
    else renew();
  }

  // After a log-out elsewhere, keep a page with unsent text; sending it explains what to do.
  function leave() {
    if (document.querySelector("textarea")) rest();
    else location.reload();
  }

  async function ask() {
    const response = await fetch(`/api/live/now${query}`).catch(() => null);
    if (response?.status === 401) return leave();
    if (response?.status === 404) return location.reload();
    if (!response?.ok) return;
    take(await response.json());
    tellPresence();
  }

  function listen() {
    source = new EventSource(`/api/live${query}`);
    source.onmessage = ({ data }) => take(JSON.parse(data));
    source.addEventListener("presence", tellPresence);
    source.addEventListener("gone", () => location.reload());
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
  }

  function turn() {
    rest();
    if (document.visibilityState === "visible") listen();
  }

  document.addEventListener("visibilitychange", turn);
  turn();
  return () => {
    document.removeEventListener("visibilitychange", turn);
    rest();
  };
}
