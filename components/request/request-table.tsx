import clsx from "clsx";
import Link from "next/link";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import { StatusBadge } from "./status-badge";
import type { Status } from "./status-icon";

export type RequestRow = {
  reference: string;
  href: string;
  summary: string;
  typeName: string;
  status: Status;
  statusLabel: string;
  lastActivityAt: string;
};

type Props = { rows: RequestRow[]; clock: Clock; caption: string };

// On a phone the rows become cards, and a table drawn as anything else loses its meaning unless it is said again.
const as = (role: string) => ({ role });
const columns = ["Reference", "Summary", "Type", "Status", "Last activity"];

const cell = "sm:px-4 sm:py-3 sm:align-middle sm:first:pl-6 sm:last:pr-6";

function Row({ row, clock }: { row: RequestRow; clock: Clock }) {
  return (
    <tr
      {...as("row")}
      className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 px-4 py-3.5 hover:bg-sunken/60 sm:table-row sm:p-0"
    >
      <td {...as("cell")} className={clsx(cell, "self-center whitespace-nowrap")}>
        <Link
          href={row.href}
          className="inline-flex min-h-6 items-center rounded text-ink-soft text-sm hover:text-accent-text hover:underline"
        >
          {row.reference}
        </Link>
      </td>
      <td {...as("cell")} className={clsx(cell, "max-sm:order-3 max-sm:col-span-2 sm:w-full")}>
        <Link
          href={row.href}
          className="wrap-anywhere inline-block min-h-6 rounded font-medium text-ink hover:text-accent-text hover:underline sm:line-clamp-2"
        >
          {row.summary}
        </Link>
      </td>
      <td {...as("cell")} className={clsx(cell, "text-ink-soft text-sm max-sm:order-4 sm:min-w-44")}>
        {row.typeName}
      </td>
      <td {...as("cell")} className={clsx(cell, "max-sm:order-2 max-sm:justify-self-end")}>
        <StatusBadge status={row.status} label={row.statusLabel} />
      </td>
      <td
        {...as("cell")}
        className={clsx(
          cell,
          "whitespace-nowrap text-ink-soft text-sm max-sm:order-5 max-sm:justify-self-end",
        )}
      >
        <Time at={row.lastActivityAt} clock={clock} />
      </td>
    </tr>
  );
}

export function RequestTable({ rows, clock, caption }: Props) {
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-surface shadow-rest">
      <table {...as("table")} className="block w-full text-left sm:table">
        <caption className="sr-only">{caption}</caption>
        <thead {...as("rowgroup")} className="max-sm:sr-only">
          <tr {...as("row")} className="border-line border-b bg-sunken/50">
            {columns.map(column => (
              <th
                key={column}
                {...as("columnheader")}
                scope="col"
                className="whitespace-nowrap px-4 py-2.5 font-medium text-ink-soft text-xs first:pl-6 last:pr-6"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as("rowgroup")} className="block divide-y divide-line sm:table-row-group">
          {rows.map(row => (
            <Row key={row.reference} row={row} clock={clock} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
