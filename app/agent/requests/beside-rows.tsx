"use client";

import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { keepList, type List } from "@/components/keyboard/rows";
import { count, useTexts } from "@/components/messages/browser-texts";
import { useRowChanges } from "@/components/search/row-changes";
import { compareRows } from "@/components/search/row-order";
import { referenceIn, type ToldRow } from "@/components/search/told-row";
import { SkipLink } from "@/components/shell/skip-link";
import { drawRow } from "./beside-row";
import type { TextsBeside } from "./tell-beside";

const requestPath = "/agent/requests/";
const columns = "requester,waiting,raised";

/** In the columns of here; what is searched is looked up by its references alone. */
export function queryOf({ desk }: List): string {
  const query = new URLSearchParams(desk?.query ?? "status=all&snoozed=any");
  query.set("columns", columns);
  return query.toString();
}

export const referencesIn = ({ paths }: List): string[] =>
  paths.filter(path => path.startsWith(requestPath)).map(path => path.slice(requestPath.length));

export type Drawn = { list: List; rows: ToldRow[]; order: string[] };

type Props = {
  drawn: Drawn;
  texts: TextsBeside;
  path: string;
  renew: () => Promise<void>;
  button: ReactNode;
};

/** Narrow rows, in the order in which they are stepped through; that changes only when somebody asks for it. */
export function BesideRows({ drawn, texts, path, renew, button }: Props) {
  const { list, rows } = drawn;
  const isFollowed = typeof list.desk?.query === "string";
  const browserTexts = useTexts();
  const items = useRef<HTMLUListElement>(null);
  const shown = useMemo(() => rows.map(referenceIn), [rows]);
  const changes = useRowChanges({ list: queryOf(list), drawn: rows, shown });
  const order = isFollowed ? (changes.order ?? drawn.order) : shown;
  const { left, fresh, moved } = useMemo(
    () => compareRows(shown, order, list.desk?.edges ?? {}),
    [shown, order, list],
  );
  const differing = left.length + fresh.length + moved;
  const open = path.slice(requestPath.length);
  const now = rows.map((row, place) => changes.rows.get(shown[place] ?? "") ?? row);
  // Rows as they were while their request was open. They are not marked as unread until they change again.
  const read = useRef(new Set<unknown>());
  const openRow = now[shown.indexOf(open)];
  useEffect(() => {
    if (openRow) read.current.add(openRow);
  }, [openRow]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each request, and each list
  useEffect(() => {
    const item = items.current?.querySelector("[aria-current]")?.getBoundingClientRect();
    const box = items.current?.getBoundingClientRect();
    if (!items.current || !item || !box) return;
    if (item.top < box.top) items.current.scrollTop -= box.top - item.top;
    else if (item.bottom > box.bottom) items.current.scrollTop += item.bottom - box.bottom;
  }, [path, rows]);

  function show() {
    const gone = new Set(left);
    const next = order.filter(one => fresh.includes(one) || (shown.includes(one) && !gone.has(one)));
    // The open one stays in its place, or there would be no way on from it.
    if (shown.includes(open) && !next.includes(open)) next.splice(shown.indexOf(open), 0, open);
    keepList({ ...list, paths: next.map(one => requestPath + one) });
    void renew();
  }

  const title = list.desk?.title ?? "";
  return (
    <nav aria-label={title}>
      <SkipLink label={texts.skip} target="open-request" />
      <div className="beside-head">
        <a href={list.href}>{title}</a>
        {button}
      </div>
      <div aria-live="polite">
        {differing > 0 && (
          <button type="button" onClick={show} className="beside-news">
            {count(browserTexts, texts.changed, differing)}
          </button>
        )}
      </div>
      <ul ref={items} data-rows>
        {now.map(row => {
          const reference = referenceIn(row);
          return drawRow(row, {
            href: requestPath + reference,
            isOpen: reference === open,
            isUnread: row.isUnread === true && row !== openRow && !read.current.has(row),
            hasLeft: left.includes(reference),
            texts,
          });
        })}
      </ul>
    </nav>
  );
}
