import { useEffect, useEffectEvent, useState } from "react";
import { flushSync } from "react-dom";
import { type ListNews, pageNews } from "@/components/shell/live";
import { type PackedRows, unpackRows } from "./packed-rows";
import { referenceIn, type ToldRow, type ToldTable } from "./told-row";

/** What `/api/queue` answers: requests as they are now, and where they stand in a view. */
export type ToldChanges = {
  rows: PackedRows<ToldRow>;
  tags: ToldTable["words"]["tags"];
  /** Those that the view has, in its order. */
  order: string[];
  /** By the names of tabs, if asked for. */
  counts?: TabCounts;
};
export type TabCounts = Record<string, number | null>;

export type RowChanges = {
  rows: Map<string, ToldRow>;
  tags: ToldTable["words"]["tags"];
  /** Null while nothing has changed. */
  order: string[] | null;
  /** In these somebody has selected text: they stay as they are drawn until that is over. */
  held: Set<string>;
};

type Props = {
  /** The query of the list; null for one that is not followed. */
  list: string | null;
  /** What the rows were drawn from: with new ones, changes of the old ones are over. */
  drawn: unknown;
  shown: string[];
  /** Wants to know what tabs have. */
  count?: (counts: TabCounts) => void;
};

/** What was drawn anew in between may be older than the answer. */
type Answered = "told" | "outdated" | "failed";

/** After which a selection can be over. */
const letGo = ["pointerup", "keyup"] as const;
const none: RowChanges = { rows: new Map(), tags: {}, order: null, held: new Set() };
const pauseMs = 2_000;

/** Asks for requests of an open list as soon as they have changed, at most once in two seconds. */
export function useRowChanges({ list, drawn, shown, count }: Props): RowChanges {
  const [state, setState] = useState({ of: drawn, changes: none });
  const changes = state.of === drawn ? state.changes : none;

  const ask = useEffectEvent(async (names: Set<string>, isAll: boolean): Promise<Answered> => {
    const query = new URLSearchParams({
      list: list ?? "",
      placed: [...new Set([...shown, ...(changes.order ?? []), ...names])].join(),
      told: shown.filter(one => isAll || names.has(one)).join(),
      ...(count && { counts: "yes" }),
    });
    const response = await fetch(`/api/queue?${query}`).catch(() => null);
    const answer: ToldChanges | null = response?.ok ? await response.json().catch(() => null) : null;
    if (answer) take(answer, drawn);
    return answer === null ? "failed" : isStill(drawn) ? "told" : "outdated";
  });
  const isStill = useEffectEvent((of: unknown) => of === drawn);
  const take = useEffectEvent(({ rows, tags, order, counts }: ToldChanges, of: unknown) => {
    if (counts) count?.(counts);
    if (of !== drawn) return;
    const told = unpackRows(rows).map(row => [referenceIn(row), row] as const);
    const rowsNow = new Map([...changes.rows, ...told]);
    const next = { rows: rowsNow, tags: { ...changes.tags, ...tags }, order, held: selectedRows() };
    keepInUse(() => flushSync(() => setState({ of, changes: next })));
  });

  const release = useEffectEvent(() => {
    const now = selectedRows();
    const held = new Set([...changes.held].filter(one => now.has(one)));
    if (held.size < changes.held.size)
      keepInUse(() => flushSync(() => setState({ of: drawn, changes: { ...changes, held } })));
  });
  const hasHeld = changes.held.size > 0;
  useEffect(() => {
    if (!hasHeld) return;
    // After the click that a press becomes: it would be lost with what was pressed.
    const look = () => window.setTimeout(release);
    for (const event of letGo) document.addEventListener(event, look);
    return () => {
      for (const event of letGo) document.removeEventListener(event, look);
    };
  }, [hasHeld]);

  useEffect(() => {
    if (list === null) return;
    let due = { names: new Set<string>(), isAll: false, isAny: false };
    let askedAt = -pauseMs;
    let timer = 0;
    let isAsking = false;
    let isOver = false;

    async function run() {
      timer = 0;
      const { names, isAll } = due;
      due = { names: new Set(), isAll: false, isAny: false };
      askedAt = performance.now();
      isAsking = true;
      const answered = await ask(names, isAll);
      isAsking = false;
      if (answered !== "told")
        due = {
          names: new Set([...names, ...due.names]),
          isAll: isAll || due.isAll,
          // What failed is asked for along with the next news.
          isAny: due.isAny || answered === "outdated",
        };
      plan();
    }
    function plan() {
      if (!due.isAny || isAsking || timer || isOver) return;
      timer = window.setTimeout(run, Math.max(0, askedAt + pauseMs - performance.now()));
    }
    function hear(event: Event) {
      const { requests, others } = (event as CustomEvent<ListNews>).detail;
      for (const one of requests ?? []) due.names.add(one);
      due.isAll ||= !requests || others === true;
      due.isAny = true;
      plan();
    }
    pageNews.addEventListener("change", hear);
    return () => {
      isOver = true;
      pageNews.removeEventListener("change", hear);
      window.clearTimeout(timer);
    };
  }, [list]);
  return changes;
}

/** What changes in a row is written anew: what has the focus there, what is ticked, and who is seen there stay. */
function keepInUse(change: () => void): void {
  const focused = document.activeElement;
  const row = focused?.closest(".request-table tbody > tr");
  const inRow = () => [...(row?.querySelectorAll<HTMLElement>("a, input") ?? [])];
  const place = inRow().indexOf(focused as HTMLElement);
  const hasFaces = document.querySelector(".row-presence") !== null;
  const ticked = new Set(boxes(":checked").map(({ value }) => value));
  change();
  for (const box of boxes("")) if (ticked.has(box.value)) box.checked = true;
  if (place >= 0 && !focused?.isConnected) inRow()[place]?.focus({ preventScroll: true });
  if (hasFaces) pageNews.dispatchEvent(new Event("presence"));
}

function selectedRows(): Set<string> {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return new Set();
  const isIn = (box: Element) => {
    const row = box.closest("tr");
    return row !== null && selection.containsNode(row, true);
  };
  return new Set(boxes("").flatMap(box => (isIn(box) ? [box.value] : [])));
}

const boxes = (state: string) => [
  ...document.querySelectorAll<HTMLInputElement>(`.request-table tbody .pick > input${state}`),
];
