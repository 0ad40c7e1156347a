"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { readList } from "@/components/keyboard/rows";
import { unpackRows } from "@/components/search/packed-rows";
import type { ToldChanges } from "@/components/search/row-changes";
import { referenceIn } from "@/components/search/told-row";
import { hideList, isListHidden } from "@/components/shell/beside";
import { pageNews } from "@/components/shell/live";
import { buttonClass } from "@/components/ui/button-class";
import { BesideRows, type Drawn, queryOf, referencesIn } from "./beside-rows";
import type { TextsBeside } from "./tell-beside";

type Answer = ToldChanges & { texts?: TextsBeside };

async function draw(): Promise<{ drawn: Drawn; texts: TextsBeside } | null> {
  const list = readList();
  if (!list?.desk) return null;
  const references = isListHidden() ? [] : referencesIn(list);
  const query = new URLSearchParams({ list: queryOf(list), told: references.join(), texts: "yes" });
  const response = await fetch(`/api/queue?${query}`).catch(() => null);
  const answer: Answer | null = response?.ok ? await response.json().catch(() => null) : null;
  if (!answer?.texts) return null;
  const told = new Map(unpackRows(answer.rows).map(row => [referenceIn(row), row]));
  const rows = references.flatMap(reference => told.get(reference) ?? []);
  return { drawn: { list, rows, order: answer.order }, texts: answer.texts };
}

/** The list that one came from, until it is hidden, which this browser remembers. */
export function Beside() {
  const path = usePathname();
  const [isHidden, setHidden] = useState(isListHidden);
  const [texts, setTexts] = useState<TextsBeside>();
  const [drawn, setDrawn] = useState<Drawn>();
  const renew = useCallback(async () => {
    const now = await draw();
    if (!now) return;
    setTexts(now.texts);
    setDrawn(now.drawn);
  }, []);
  useEffect(() => {
    void renew();
  }, [renew]);
  if (!texts || !drawn) return null;

  function turn(isHidden: boolean) {
    hideList(isHidden);
    setHidden(isHidden);
    // The stream has to start, or stop, sending news of the list.
    pageNews.dispatchEvent(new Event("watch"));
    if (!isHidden) void renew();
  }
  const button = (
    <button
      type="button"
      aria-expanded={!isHidden}
      onClick={() => turn(!isHidden)}
      className={buttonClass("quiet", "small")}
    >
      {isHidden ? texts.show : texts.hide}
    </button>
  );
  if (isHidden) return <div className="beside-hidden">{button}</div>;
  return <BesideRows drawn={drawn} texts={texts} path={path} renew={renew} button={button} />;
}
