const pollMs = 30_000;

type Pulse = { unread: number; stamp?: string; changed?: true };

/** What the page at an address shows that may change, as the query of the stream. */
export function watchedAt(path: string): string {
  const reference = /^\/(?:agent\/)?requests\/([\w-]+)$/.exec(path)?.[1];
  if (reference) return `request=${encodeURIComponent(reference)}`;
  return path === "/requests" ? "list=own" : path === "/agent" ? "list=queue" : "";
}

/** Where an open list hears that it may have changed. */
export const listNews = new EventTarget();

/**
 * Listens to what changes while the page is open and looked at: over one stream, or by asking now and then where a
 * stream cannot be held. Returns what ends it.
 */
export function watchPage(watched: string, count: (unread: number) => void, renew: () => void) {
  // A page that could not be shown has nothing to be drawn anew.
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
    // Asked for once for each change, so that a page that cannot be drawn is not asked for again and again.
    if (!stamp || !drawn || (!changed && (stamp === drawn || stamp === renewedFor))) return;
    renewedFor = stamp;
    if (watched.startsWith("list")) listNews.dispatchEvent(new Event("change"));
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
    if (response?.ok) take(await response.json());
  }

  function listen() {
    source = new EventSource(`/api/live${query}`);
    source.onmessage = ({ data }) => take(JSON.parse(data));
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
