import clsx from "clsx";
import Link from "next/link";
import { StatusBadge } from "@/components/requests/status-badge";
import type { Status } from "@/components/requests/status-icon";
import { Avatar } from "@/components/ui/avatar";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";

export type QueueRow = {
  reference: string;
  summary: string;
  typeName: string;
  requesterName: string;
  assigneeName: string | null;
  status: Status;
  statusLabel: string;
  waitingSince: string | null;
};

const columns = ["Reference", "Summary", "Customer", "Status", "Assigned", "Waiting since"];
const as = (role: string) => ({ role });
const cell = "lg:px-3 lg:py-2 lg:align-middle lg:first:pl-4 lg:last:pr-4";

/** Dense rows for the desk; cards on a narrow screen, where the table's meaning is said by roles. */
export function QueueTable({ rows, clock }: { rows: QueueRow[]; clock: Clock }) {
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-rest">
      <table {...as("table")} className="block w-full text-left text-sm lg:table">
        <caption className="sr-only">Requests, the longest waiting first</caption>
        <thead {...as("rowgroup")} className="max-lg:sr-only">
          <tr {...as("row")} className="border-line border-b bg-sunken/50">
            {columns.map(column => (
              <th
                key={column}
                {...as("columnheader")}
                scope="col"
                className="whitespace-nowrap px-3 py-2 font-medium text-ink-soft text-xs first:pl-4 last:pr-4"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as("rowgroup")} className="block divide-y divide-line lg:table-row-group">
          {rows.map(row => (
            <Row key={row.reference} row={row} clock={clock} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, clock }: { row: QueueRow; clock: Clock }) {
  return (
    <tr
      {...as("row")}
      className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 px-3 py-3 hover:bg-sunken/60 lg:table-row lg:p-0"
    >
      <td {...as("cell")} className={clsx(cell, "whitespace-nowrap text-ink-soft tabular-nums")}>
        <Link
          href={`/agent/requests/${row.reference}`}
          className="inline-flex min-h-6 items-center rounded hover:text-accent-text hover:underline"
        >
          {row.reference}
        </Link>
      </td>
      <td {...as("cell")} className={clsx(cell, "max-lg:order-3 max-lg:col-span-2 lg:w-full")}>
        <Link
          href={`/agent/requests/${row.reference}`}
          className="wrap-anywhere inline-block min-h-6 rounded font-medium text-ink hover:text-accent-text hover:underline"
        >
          <bdi>{row.summary}</bdi>
        </Link>
        <p className="text-ink-faint text-xs">{row.typeName}</p>
      </td>
      <td {...as("cell")} className={clsx(cell, "text-ink-soft max-lg:order-4 lg:whitespace-nowrap")}>
        <bdi>{row.requesterName}</bdi>
      </td>
      <td {...as("cell")} className={clsx(cell, "max-lg:order-2")}>
        <StatusBadge status={row.status} label={row.statusLabel} />
      </td>
      <td
        {...as("cell")}
        className={clsx(cell, "text-ink-soft max-lg:order-6 max-lg:col-span-2 lg:whitespace-nowrap")}
      >
        {row.assigneeName ? (
          <span className="inline-flex items-center gap-2">
            <Avatar name={row.assigneeName} side="support" size="small" />
            <bdi>{row.assigneeName}</bdi>
          </span>
        ) : (
          <span className="text-ink-faint">Nobody yet</span>
        )}
      </td>
      <td {...as("cell")} className={clsx(cell, "whitespace-nowrap text-ink-soft max-lg:order-5")}>
        {row.waitingSince ? <Time at={row.waitingSince} clock={clock} /> : "the customer’s turn"}
      </td>
    </tr>
  );
}
