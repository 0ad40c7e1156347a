import { pageNews } from "@/components/shell/live";
import type { Present } from "@/lib/desk/presence";

const box = ".answer-box";
const beatMs = 10_000;
/** An agent counts as writing until this long after the last keystroke. */
const pauseMs = 20_000;

const post = (body: object, more: RequestInit = {}) =>
  fetch("/api/presence", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    ...more,
  }).catch(() => null);

/**
 * Says every few seconds, and as soon as it changes, that this window shows the request and whether its reader is
 * writing; each answer says who else is there. A hidden window says nothing, and is forgotten. Returns what stops it.
 */
export function watchPresence(reference: string, show: (present: Present[]) => void): () => void {
  let lookId = newId();
  let typedAt = -pauseMs;
  let said = false;
  let isDue = false;
  let isRefused = false;
  let timer = 0;
  let sent: AbortController | null = null;

  const stillWritesMs = () => {
    const words = document.querySelector<HTMLTextAreaElement>(`${box} textarea`)?.value;
    return words?.trim() ? Math.max(0, typedAt + pauseMs - performance.now()) : 0;
  };

  async function beat(): Promise<void> {
    window.clearTimeout(timer);
    isDue = sent !== null;
    if (isDue || isRefused || document.visibilityState === "hidden") return;
    const mine = new AbortController();
    sent = mine;
    const writesMs = stillWritesMs();
    said = writesMs > 0;
    const response = await post({ reference, lookId, isWriting: said }, { signal: mine.signal });
    const present: Present[] = response?.ok ? await response.json().catch(() => []) : [];
    if (sent !== mine) return;
    sent = null;
    isRefused = response !== null && [401, 403, 404].includes(response.status);
    show(present);
    const waits = [beatMs, ...present.map(({ forMs }) => forMs + 100), ...(said ? [writesMs + 100] : [])];
    timer = window.setTimeout(beat, isDue ? 0 : Math.min(...waits));
  }

  function leave() {
    window.clearTimeout(timer);
    sent?.abort();
    sent = null;
    void post({ lookId }, { keepalive: true });
  }
  function comeBack({ persisted }: PageTransitionEvent) {
    if (!persisted) return;
    lookId = newId();
    void beat();
  }
  const isAnswer = (target: EventTarget | null) => target instanceof Element && target.closest(box) !== null;
  function type({ target }: Event) {
    if (!(target instanceof HTMLTextAreaElement) || !isAnswer(target)) return;
    typedAt = performance.now();
    if (said !== stillWritesMs() > 0) void beat();
  }
  function send({ target }: Event) {
    if (!isAnswer(target)) return;
    typedAt = -pauseMs;
    void beat();
  }

  const listeners: [EventTarget, string, (event: never) => void][] = [
    [document, "input", type],
    [document, "submit", send],
    [document, "visibilitychange", beat],
    [pageNews, "presence", beat],
    [window, "pagehide", leave],
    [window, "pageshow", comeBack],
  ];
  for (const [target, name, hear] of listeners) target.addEventListener(name, hear as EventListener);
  void beat();
  return () => {
    for (const [target, name, hear] of listeners) target.removeEventListener(name, hear as EventListener);
    leave();
  };
}

// Unlike randomUUID, also where a desk is reached without TLS.
const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");
