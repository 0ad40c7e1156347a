"use client";

import { useEffect, useRef } from "react";
import { PriorityMark } from "@/components/desk/priority-mark";
import { TagMark } from "@/components/tags/tag-mark";
import type { Column } from "@/lib/search/columns";
import { type DeskCells, drawTime } from "./request-cells";
import { RequestTable } from "./request-table";
import type { ToldRow, ToldTable } from "./told-row";

const priorityOf = ({ priority }: ToldRow, { words }: ToldTable) =>
  priority && PriorityMark({ priority, label: words.priorities?.[priority] ?? "" });

const tagsOf = ({ tags }: ToldRow, { words }: ToldTable) =>
  tags?.split(".").flatMap(slug => {
    const [name, colour] = words.tags?.[slug] ?? [];
    return name && colour ? [TagMark({ name, colour, key: slug })] : [];
  });

const has = ({ heads }: ToldTable, name: Column) => heads.some(({ column }) => column === name);

/** What only the desk knows of a request: apart from the table, so that customers' pages do not carry it. */
const deskCells: DeskCells = {
  priority: priorityOf,
  tags: (row, table) => tagsOf(row, table) ?? "–",
  snoozed: (row, table) => drawTime(row.snoozed, table) ?? "–",
  // Where it says since when a request waits.
  sleep: (row, table) => (
    <span className="faint">
      {`${table.words.snoozedUntil} `}
      {drawTime(row.snoozed, table)}
    </span>
  ),
  labels: (row, table) => {
    const priority = has(table, "priority") ? undefined : priorityOf(row, table);
    const tags = has(table, "tags") ? undefined : tagsOf(row, table);
    return (
      (row.hasLeft || priority || tags) && (
        <>
          {row.hasLeft && <b className="left-view">{table.words.hasLeft}</b>}
          {priority}
          {tags}
        </>
      )
    );
  },
};

export function DeskTable(table: ToldTable) {
  const frame = useRef<HTMLDivElement>(null);
  // After each drawing, because rows that read differently are new elements.
  useEffect(() => giveRoles(frame.current?.querySelector("table")));
  return <RequestTable {...table} deskCells={deskCells} frame={frame} />;
}

function giveRoles(table: HTMLTableElement | null | undefined): void {
  if (!table) return;
  table.setAttribute("role", "table");
  for (const part of table.querySelectorAll("thead, tbody")) part.setAttribute("role", "rowgroup");
  for (const row of table.rows) {
    row.setAttribute("role", "row");
    for (const cell of row.cells) cell.setAttribute("role", cell.tagName === "TH" ? "columnheader" : "cell");
  }
}
