import type { useRouter } from "next/navigation";
import { isNear } from "./links";

type Router = ReturnType<typeof useRouter>;

// Shorter is passing by.
const restMs = 80;
// next.config.mjs lets what was fetched be shown for as long.
const freshMs = 30_000;
const mostPerSecond = 3;

/** Fetches the page of the link that somebody points at, touches or focuses. Returns a function that stops it. */
export function fetchAhead(router: Router, find: (target: EventTarget | null) => URL | null): () => void {
  const fetched = new Map<string, number>();
  let timer = 0;
  let intended = "";

  function fetchPage(address: string) {
    const now = performance.now();
    for (const [known, at] of fetched) if (now - at > freshMs) fetched.delete(known);
    const lately = [...fetched.values()].filter(at => now - at < 1_000);
    if (fetched.has(address) || lately.length >= mostPerSecond) return;
    fetched.set(address, now);
    router.prefetch(address, {
      kind: "full" as NonNullable<Parameters<Router["prefetch"]>[1]>["kind"],
      // After an action, everything is fetched again.
      onInvalidate: () => fetched.delete(address),
    });
  }

  function notice(event: Event) {
    const to = find(event.target);
    const address = to && isNear(to) && !savesData() ? to.pathname + to.search : "";
    if (address === intended) return;
    intended = address;
    window.clearTimeout(timer);
    if (address === "") return;
    if (event instanceof PointerEvent && event.pointerType === "touch") fetchPage(address);
    else timer = window.setTimeout(fetchPage, restMs, address);
  }

  document.addEventListener("pointerover", notice);
  document.addEventListener("focusin", notice);
  return () => {
    window.clearTimeout(timer);
    document.removeEventListener("pointerover", notice);
    document.removeEventListener("focusin", notice);
  };
}

/** The wish to use little data, where a browser tells it. */
const savesData = () => Boolean((navigator as { connection?: { saveData?: boolean } }).connection?.saveData);
