const pollMs = 30_000;

type Pulse = { unread: number; stamp?: string };

/**
 * Listens to what changes while the page is open and looked at: over one stream, or by asking now and then where a
 * stream cannot be held. Answers with what ends it.
 */
export function watchPage(reference: string | undefined, count: (unread: number) => void, renew: () => void) {
  // A page that could not be shown has nothing to be drawn anew.
  const drawnStamp = () => document.querySelector<HTMLElement>("[data-stamp]")?.dataset.stamp;
  const query = reference && drawnStamp() ? `?request=${encodeURIComponent(reference)}` : "";
  let source: EventSource | undefined;
  let timer: number | undefined;
  let failures = 0;
  let renewedFor = "";

  function take({ unread, stamp }: Pulse) {
    failures = 0;
    count(unread);
    const drawn = drawnStamp();
    // Asked for once for each change, so that a page that cannot be drawn is not asked for again and again.
    if (!stamp || !drawn || stamp === drawn || stamp === renewedFor) return;
    renewedFor = stamp;
    renew();
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
