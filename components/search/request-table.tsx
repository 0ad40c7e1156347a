"use client";

import { requestPath } from "@/lib/requests/view";
import { unpackRows } from "./packed-rows";
import { cellOf } from "./request-cells";
import { SortLink } from "./sort-link";
import type { ToldRow, ToldTable } from "./told-row";

/** Browsers drop a table's roles where it is laid out as cards, so they are written out. */
const as = (role: string) => ({ role });

/**
 * Rows of requests, and cards where these would be too wide. Drawn in the browser from what the server has told, so that
 * a page carries its words and no elements.
 */
export function RequestTable(table: ToldTable) {
  const { view, caption, heads } = table;
  const rows = unpackRows(table.rows);
  return (
    <div className={`request-table ${view}`}>
      <table {...as("table")}>
        <caption className="sr-only">{caption}</caption>
        <thead {...as("rowgroup")}>
          <tr {...as("row")}>
            {heads.map(head => (
              <th key={head.column} {...as("columnheader")} scope="col" aria-sort={head.sorted}>
                <SortLink {...head} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as("rowgroup")}>{rows.map(row => drawRow(row, table))}</tbody>
      </table>
    </div>
  );
}

// Rows and cells are not components: React would keep one for each.
function drawRow(row: ToldRow, table: ToldTable) {
  const { view, heads } = table;
  const reference = [row.reference].flat().join("");
  const href = requestPath(reference, view);
  const waits = view === "customer" && row.status === "waiting_for_customer";
  return (
    <tr key={reference} {...as("row")} className={waits ? "waits" : undefined}>
      {heads.map(({ column, inFront }) => (
        // A card leaves out a resolution that is not there.
        <td
          key={column}
          {...as("cell")}
          className={column === "resolution" && !row.resolution ? "none" : column}
        >
          {inFront && <span className="in-front">{`${inFront} `}</span>}
          {cellOf(row, column, href, table)}
        </td>
      ))}
    </tr>
  );
}
