"use client";

import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { tellList } from "@/components/keyboard/rows";
import { count as sayCount, useTexts } from "@/components/messages/browser-texts";
import { DeskTable } from "@/components/search/desk-table";
import { packRows, unpackRows } from "@/components/search/packed-rows";
import { type RowChanges, useRowChanges } from "@/components/search/row-changes";
import { compareRows, type Edges } from "@/components/search/row-order";
import { referenceIn, type ToldRow, type ToldTable } from "@/components/search/told-row";
import { ListFrame, useListNews, useRedraw } from "@/components/shell/list-frame";
import type { PluralForms } from "@/lib/messages/format";
import { tellCounts } from "./queue-tabs";

type Props = {
  stamp: string;
  /** The query of the list; null where words are searched: its rows do not change by themselves. */
  list: string | null;
  /** Undefined while there are no rows. */
  table?: ToldTable;
  edges: Edges;
  /** How many rows would come, go or move. */
  changed: PluralForms;
  /** What the view is called. */
  title: string;
  children: ReactNode;
};

/**
 * The rows of the queue, each of which changes where it stands. New ones, and another order, come once the list is let go
 * or its button is pressed.
 */
export function LiveQueue({ stamp, list, table, edges, changed, title, children }: Props) {
  const texts = useTexts();
  const { ask, settle, ...frame } = useRedraw(stamp, list === null);
  const rows = useMemo(() => (table ? unpackRows<ToldRow>(table.rows) : []), [table]);
  const shown = useMemo(() => rows.map(referenceIn), [rows]);
  const changes = useRowChanges({ list, drawn: rows, shown, count: tellCounts });
  const { left, fresh, moved } = useMemo(
    () => compareRows(shown, changes.order ?? shown, edges),
    [shown, changes.order, edges],
  );
  const differing = left.length + fresh.length + moved;
  // Something has changed, and it was not said what.
  const [unclearFor, setUnclear] = useState<string>();

  useEffect(() => tellList({ query: list, title, edges }), [list, title, edges]);
  useListNews(({ requests }) => {
    if (list !== null && requests) return;
    setUnclear(stamp);
    ask();
  });
  const follow = useEffectEvent(() => {
    if (differing > 0) ask();
    else if (unclearFor !== stamp) settle();
  });
  useEffect(() => {
    // Later, when focus and ticks are back in the redrawn rows: a list in use is not redrawn by itself.
    if (changes.order) queueMicrotask(() => follow());
  }, [changes]);

  const last = useRef<Rows>(new Map());
  const now = useMemo(() => rowsNow(rows, changes, left, last.current), [rows, changes, left]);
  useEffect(() => {
    last.current = new Map(now.map(row => [referenceIn(row), row]));
  }, [now]);
  const drawn = useMemo(() => table && withRows(table, now, changes), [table, now, changes]);
  const label = differing > 0 ? sayCount(texts, changed, differing) : texts["list.news"];
  return (
    <ListFrame {...frame} label={label}>
      {drawn && <DeskTable {...drawn} />}
      {children}
    </ListFrame>
  );
}

type Rows = ReadonlyMap<string, ToldRow>;

/** @param last the rows as they are drawn now: one that is held stays like that */
const rowsNow = (rows: ToldRow[], changes: RowChanges, left: string[], last: Rows): ToldRow[] =>
  rows.map(row => {
    const reference = referenceIn(row);
    const held = changes.held.has(reference) && last.get(reference);
    if (held) return held;
    const now = changes.rows.get(reference) ?? row;
    return left.includes(reference) ? { ...now, hasLeft: true } : now;
  });

function withRows(table: ToldTable, rows: ToldRow[], { order, tags }: RowChanges): ToldTable {
  if (order === null) return table;
  const words = { ...table.words, tags: { ...table.words.tags, ...tags } };
  return { ...table, rows: packRows<ToldRow>(rows), words };
}
