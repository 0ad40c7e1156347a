"use client";

import type { Ref } from "react";
import { htmlOf } from "@/components/ui/html-of";
import { Written } from "@/components/ui/written";
import { requestPath } from "@/lib/requests/view";
import { unpackRows } from "./packed-rows";
import { cellOf, type DeskCells } from "./request-cells";
import { SortLink } from "./sort-link";
import { referenceIn, type ToldRow, type ToldTable } from "./told-row";

/**
 * Browsers drop a table's roles where it is laid out as cards, so they are written out; on agents' pages by script (`DeskTable`),
 * because on a row of seven cells they are a tenth of what it weighs.
 */
const rolesIn = (view: ToldTable["view"]) => (role: string) => (view === "customer" ? { role } : undefined);

type Props = ToldTable & { deskCells?: DeskCells; frame?: Ref<HTMLDivElement> };

/**
 * Rows of requests, and cards where these would be too wide. Drawn in the browser from what the server has told, so that
 * a page carries its words and no elements.
 */
export function RequestTable({ deskCells, frame, ...table }: Props) {
  const { view, caption, heads, picks } = table;
  const rows = unpackRows(table.rows);
  const as = rolesIn(view);
  return (
    <div ref={frame} className={`request-table ${view}`}>
      <table {...as("table")}>
        <caption className="sr-only">{caption}</caption>
        <thead {...as("rowgroup")}>
          <tr {...as("row")}>
            {picks && (
              <th {...as("columnheader")} className="pick">
                <input type="checkbox" aria-label={picks.all} className="scripted" />
              </th>
            )}
            {heads.map(head => (
              <th key={head.column} {...as("columnheader")} scope="col" aria-sort={head.sorted}>
                <SortLink {...head} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody id="rows" {...as("rowgroup")}>
          {rows.map(row => drawRow(row, table, deskCells))}
        </tbody>
      </table>
    </div>
  );
}

// Rows and cells are not components, and no elements of React's: it would visit and keep each.
function drawRow(row: ToldRow, table: ToldTable, desk?: DeskCells) {
  const reference = referenceIn(row);
  const waits = table.view === "customer" && row.status === "waiting_for_customer";
  const html = htmlOf(cellsOf(row, reference, table, desk));
  return (
    <Written
      key={reference}
      as="tr"
      {...rolesIn(table.view)("row")}
      className={waits ? "waits" : undefined}
      html={html}
    />
  );
}

function cellsOf(row: ToldRow, reference: string, table: ToldTable, desk?: DeskCells) {
  const { view, heads, picks } = table;
  const href = requestPath(reference, view);
  const as = rolesIn(view);
  return (
    <>
      {picks && (
        <td {...as("cell")} className="pick">
          <input
            type="checkbox"
            form={picks.form}
            name="r"
            value={reference}
            aria-label={picks.one.replace("{reference}", reference)}
          />
        </td>
      )}
      {heads.map(({ column, inFront }) => (
        // A card leaves out a resolution that is not there.
        <td
          key={column}
          {...as("cell")}
          className={column === "resolution" && !row.resolution ? "none" : column}
        >
          {inFront && <span className="in-front">{`${inFront} `}</span>}
          {cellOf(row, column, href, table, desk)}
        </td>
      ))}
    </>
  );
}
