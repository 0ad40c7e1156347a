import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { StatusBadge } from "@/components/requests/status-badge";
import { as, ListHead } from "@/components/search/list-head";
import { Snippet } from "@/components/search/snippet";
import { Avatar } from "@/components/ui/avatar";
import { Marked } from "@/components/ui/marked";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import { resolutionCode, statusCode } from "@/lib/requests/labels";
import type { Heading } from "@/lib/search/choices";
import type { Column } from "@/lib/search/columns";
import type { QueueRow } from "@/lib/search/queue";

const cell = "lg:px-3 lg:py-2 lg:align-middle lg:first:pl-4 lg:last:pr-4";
const link = "rounded hover:text-accent-text hover:underline";

/** What the rows share; `shown` names the columns. */
type Table = {
  t: Translator;
  clock: Clock;
  shown: readonly Column[];
  unassigned: string;
  customersTurn: string;
};

const cells: Record<Column, (row: QueueRow, table: Table) => ReactNode> = {
  reference: row => (
    <Link href={row.href} className={clsx(link, "inline-flex min-h-6 items-center")}>
      <span>
        <Marked stretches={row.referenceMarked} />
      </span>
    </Link>
  ),
  summary: (row, { t, shown }) => (
    <>
      <Link href={row.href} className={clsx(link, "wrap-anywhere inline-block min-h-6 font-medium text-ink")}>
        <bdi>
          <Marked stretches={row.summaryMarked} />
        </bdi>
      </Link>
      {!shown.includes("type") && <p className="text-ink-faint text-xs">{row.typeName}</p>}
      <Snippet t={t} snippet={row.snippet} />
    </>
  ),
  requester: row => <bdi>{row.requesterName}</bdi>,
  type: row => row.typeName,
  status: (row, { t }) => (
    <StatusBadge status={row.status} label={t.ofType(row.typeSlug)(statusCode(row.status, "agent"))} />
  ),
  resolution: (row, { t }) => (row.resolution ? t.ofType(row.typeSlug)(resolutionCode(row.resolution)) : "–"),
  assignee: (row, { unassigned }) =>
    row.assigneeName ? (
      <span className="inline-flex items-center gap-2">
        <Avatar name={row.assigneeName} side="support" size="small" />
        <bdi>{row.assigneeName}</bdi>
      </span>
    ) : (
      <span className="text-ink-faint">{unassigned}</span>
    ),
  waiting: (row, { clock, customersTurn }) =>
    row.waitingSince ? <Time at={row.waitingSince} clock={clock} /> : row.isOpen ? customersTurn : "–",
  raised: (row, { clock }) => <Time at={row.createdAt} clock={clock} />,
  activity: (row, { clock }) => <Time at={row.lastActivityAt} clock={clock} />,
};

// Where a card has each column; those without a place of their own follow with their label in front.
const places: Partial<Record<Column, string>> = {
  reference: "whitespace-nowrap text-ink-soft tabular-nums",
  status: "max-lg:order-2",
  summary: "max-lg:order-3 max-lg:col-span-2 lg:w-full lg:min-w-60",
  requester: "text-ink-soft max-lg:order-4 lg:whitespace-nowrap",
  waiting: "whitespace-nowrap text-ink-soft max-lg:order-5 max-lg:justify-self-end",
  assignee: "text-ink-soft max-lg:order-6 max-lg:col-span-2 lg:whitespace-nowrap",
};

const isEmpty = (row: QueueRow, column: Column) => column === "resolution" && !row.resolution;

type Props = { t: Translator; rows: QueueRow[]; headings: Heading[]; clock: Clock; caption: string };

/** Dense rows for the desk; cards on a narrow screen, where the table's meaning is said by roles. */
export function QueueTable({ t, rows, headings, clock, caption }: Props) {
  const table: Table = {
    t,
    clock,
    shown: headings.map(({ column }) => column),
    unassigned: t("queue.unassigned"),
    customersTurn: t("queue.customers_turn"),
  };
  const inFront = headings.map(({ label }) => t("search.labelled", { label: t(label) }));
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-rest">
      <div className="lg:overflow-x-auto">
        <table {...as("table")} className="block w-full text-left text-sm lg:table">
          <caption className="sr-only">{caption}</caption>
          <ListHead
            t={t}
            headings={headings}
            className="max-lg:hidden"
            cell="first:pl-4 last:pr-4"
            link="min-h-9"
          />
          <tbody {...as("rowgroup")} className="block divide-y divide-line lg:table-row-group">
            {rows.map(row => (
              <tr
                key={row.reference}
                {...as("row")}
                className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 px-3 py-3 hover:bg-sunken/60 lg:table-row lg:p-0"
              >
                {table.shown.map((column, index) => (
                  <td
                    key={column}
                    {...as("cell")}
                    className={clsx(
                      cell,
                      isEmpty(row, column) && "max-lg:hidden",
                      places[column] ?? "text-ink-soft max-lg:order-7 max-lg:col-span-2 lg:whitespace-nowrap",
                    )}
                  >
                    {!places[column] && <span className="lg:hidden">{inFront[index]} </span>}
                    {cells[column](row, table)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
