"use client";

import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { type PresenceWords, saidOf } from "@/components/desk/tell-presence";
import { pageNews } from "@/components/shell/live";
import { Avatar } from "@/components/ui/avatar";
import type { Present } from "@/lib/desk/presence";

const pauseMs = 2_000;
const maxFaces = 2;

type Shown = { reference: string; cell: Element; present: Present[] };

/** Shows in each row which other agents have its request open. */
export function QueuePresence({ words }: { words: PresenceWords }) {
  const [shown, setShown] = useState<Shown[]>([]);
  const watch = useRef<ReturnType<typeof watchRows>>(null);
  useEffect(() => {
    const watching = watchRows(setShown);
    watch.current = watching;
    return watching.stop;
  }, []);
  // The list has been drawn again, maybe with other rows.
  useEffect(() => watch.current?.compare());
  return shown.map(({ reference, cell, present }) =>
    createPortal(<RowPresence present={present} words={words} />, cell, reference),
  );
}

function RowPresence({ present, words }: { present: Present[]; words: PresenceWords }) {
  const said = present.map(one => saidOf(one, words)).join(", ");
  return (
    <span className="row-presence" title={said}>
      <span className="sr-only">{said}</span>
      {present.slice(0, maxFaces).map((one, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have the same name
        <Avatar key={place} name={one.name} side="support" size="small" />
      ))}
      {present.some(({ isWriting }) => isWriting) && <span aria-hidden="true">…</span>}
    </span>
  );
}

const linkTo = "/agent/requests/";

function rowsOf(): Map<string, Element> {
  const links = document.querySelectorAll(`.request-table .summary > a[href^="${linkTo}"]`);
  return new Map(
    [...links].flatMap(link => {
      const reference = link.getAttribute("href")?.slice(linkTo.length);
      return reference && link.parentElement ? [[reference, link.parentElement] as const] : [];
    }),
  );
}

/** Asks once the desk says that somebody came or left, once the rows are others, and once an answer is out of date. */
function watchRows(show: (shown: Shown[]) => void) {
  let asked = "";
  let known: Present[] = [];
  let shown: Shown[] = [];
  let askedAt = -pauseMs;
  let isDue = false;
  let isOver = false;
  let timer = 0;

  async function ask(): Promise<void> {
    isDue = false;
    if (document.visibilityState === "hidden") return;
    askedAt = performance.now();
    asked = [...rowsOf().keys()].join(",");
    const rows = asked;
    const response = rows ? await fetch(`/api/presence?rows=${rows}`).catch(() => null) : null;
    const present: Present[] = response?.ok ? await response.json().catch(() => []) : [];
    if (isOver || rows !== asked) return;
    known = present;
    place();
    if (!isDue && known.length > 0) plan(Math.min(...known.map(({ forMs }) => forMs)) + 100);
  }
  function place() {
    const cells = rowsOf();
    const references = [...new Set(known.map(({ reference }) => reference))];
    shown = references.flatMap(reference => {
      const cell = cells.get(reference);
      return cell ? [{ reference, cell, present: known.filter(one => one.reference === reference) }] : [];
    });
    show(shown);
  }
  function plan(waitMs: number) {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, Math.max(0, waitMs));
  }
  function hear() {
    if (isDue) return;
    isDue = true;
    plan(askedAt + pauseMs - performance.now());
  }
  pageNews.addEventListener("presence", hear);
  return {
    compare: () => {
      if (asked && [...rowsOf().keys()].join(",") !== asked) hear();
      if (shown.some(({ cell }) => !cell.isConnected)) place();
    },
    stop: () => {
      isOver = true;
      window.clearTimeout(timer);
      pageNews.removeEventListener("presence", hear);
    },
  };
}
