import clsx from "clsx";
import { as, ListHead } from "@/components/search/list-head";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import type { Heading } from "@/lib/search/choices";
import type { Column } from "@/lib/search/columns";
import type { FoundRow } from "@/lib/search/list";
import { requestCells, type Table } from "./request-cells";

type Props = { t: Translator; rows: FoundRow[]; headings: Heading[]; clock: Clock; caption: string };

const cell = "sm:px-3 sm:py-3.5 sm:align-top sm:first:pl-6 sm:last:pr-6";

// Where a card has each column; those without a place of their own follow with their label in front.
const places: Partial<Record<Column, string>> = {
  reference: "max-sm:order-1 max-sm:self-center",
  status: "max-sm:order-2 max-sm:justify-self-end",
  summary: "max-sm:order-3 max-sm:col-span-2 sm:w-full sm:min-w-52",
  type: "max-sm:order-4 sm:min-w-32 lg:[table:not(:has(th:nth-child(7)))_&]:min-w-46",
  activity: "max-sm:order-5 max-sm:justify-self-end whitespace-nowrap",
};

const isEmpty = (row: FoundRow, column: Column) => column === "resolution" && !row.resolution;

type RowProps = { row: FoundRow; table: Table; inFront: readonly string[] };

function Row({ row, table, inFront }: RowProps) {
  return (
    <tr
      {...as("row")}
      className={clsx(
        "grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 px-4 py-3.5 sm:table-row sm:p-0",
        row.status === "waiting_for_customer"
          ? "bg-warn-soft/60 shadow-[inset_3px_0_0_var(--warn)] hover:bg-warn-soft"
          : "hover:bg-sunken/60",
      )}
    >
      {table.shown.map((column, index) => (
        <td
          key={column}
          {...as("cell")}
          className={clsx(
            cell,
            places[column] ?? "max-sm:order-6 max-sm:col-span-2 sm:min-w-28",
            isEmpty(row, column) && "max-sm:hidden",
            column !== "summary" && "text-ink-soft text-sm sm:leading-6",
          )}
        >
          {!places[column] && <span className="sm:hidden">{inFront[index]} </span>}
          {requestCells[column]?.(row, table)}
        </td>
      ))}
    </tr>
  );
}

export function RequestTable({ t, rows, headings, clock, caption }: Props) {
  const table: Table = {
    t,
    clock,
    shown: headings.map(({ column }) => column),
    unread: t("search.unread"),
    shared: t("search.shared"),
  };
  const inFront = headings.map(({ label }) => t("search.labelled", { label: t(label) }));
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-surface shadow-rest">
      <div className="sm:overflow-x-auto">
        <table {...as("table")} className="block w-full text-left sm:table">
          <caption className="sr-only">{caption}</caption>
          <ListHead
            t={t}
            headings={headings}
            className="max-sm:hidden"
            cell="first:pl-6 last:pr-6"
            link="min-h-10"
          />
          <tbody {...as("rowgroup")} className="block divide-y divide-line sm:table-row-group">
            {rows.map(row => (
              <Row key={row.reference} row={row} table={table} inFront={inFront} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
