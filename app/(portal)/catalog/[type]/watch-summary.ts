import type { Offer } from "@/lib/entry/help-offers";

const pauseMs = 400;
/** After an answer over the limit, or none. */
const restMs = 30_000;

/**
 * Asks which help pages fit what is typed: once typing pauses, and never for two texts at once. Returns how to stop.
 */
export function watchSummary(box: HTMLInputElement, tell: (offer: Offer) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = "";
  let isAsking = false;
  let restsUntil = 0;
  const left = new AbortController();

  async function ask() {
    const typed = box.value.trim();
    if (isAsking || typed === asked) return;
    asked = typed;
    isAsking = true;
    const answer = await fetch(`/api/help?q=${encodeURIComponent(typed)}`, { signal: left.signal }).catch(
      () => null,
    );
    const offer = answer?.ok ? ((await answer.json().catch(() => null)) as Offer | null) : null;
    isAsking = false;
    if (left.signal.aborted) return;
    if (offer) tell(offer);
    else restsUntil = Date.now() + restMs;
    if (box.value.trim() !== asked) plan();
  }
  function plan() {
    clearTimeout(timer);
    timer = setTimeout(ask, Math.max(pauseMs, restsUntil - Date.now()));
  }
  box.addEventListener("input", plan);
  plan();
  return () => {
    left.abort();
    clearTimeout(timer);
    box.removeEventListener("input", plan);
  };
}
