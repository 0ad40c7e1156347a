import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { StatusBadge } from "@/components/requests/status-badge";
import { Snippet } from "@/components/search/snippet";
import { Icon } from "@/components/ui/icon";
import { Marked } from "@/components/ui/marked";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import { resolutionCode, statusCode } from "@/lib/requests/labels";
import type { Column } from "@/lib/search/columns";
import type { FoundRow } from "@/lib/search/list";

/** What the rows of a table share; `shown` names its columns. */
export type Table = { t: Translator; clock: Clock; shown: readonly Column[]; unread: string; shared: string };

const Status = ({ row, t }: { row: FoundRow; t: Translator }) => (
  <StatusBadge status={row.status} label={t.ofType(row.typeSlug)(statusCode(row.status, "customer"))} />
);

/** What each column shows of a row. */
export const requestCells: Partial<Record<Column, (row: FoundRow, table: Table) => ReactNode>> = {
  reference: row => (
    <Link
      href={row.href}
      prefetch={false}
      className="inline-flex min-h-6 items-center whitespace-nowrap rounded hover:text-accent-text hover:underline"
    >
      <span>
        <Marked stretches={row.referenceMarked} />
      </span>
    </Link>
  ),
  summary: (row, { t, shown, unread }) => (
    <>
      <Link
        href={row.href}
        className={clsx(
          "wrap-anywhere inline-block min-h-6 rounded text-ink hover:text-accent-text hover:underline sm:line-clamp-2",
          row.isUnread ? "font-bold" : "font-medium",
        )}
      >
        {row.isUnread && (
          <>
            <span
              aria-hidden="true"
              className="mr-2 inline-block size-2 rounded-full bg-accent align-middle"
            />
            <span className="sr-only">{unread} </span>
          </>
        )}
        <bdi>
          <Marked stretches={row.summaryMarked} />
        </bdi>
      </Link>
      <Snippet t={t} snippet={row.snippet} />
      {row.isShared && !shown.includes("requester") && (
        <p className="mt-1 flex items-center gap-1.5 text-ink-soft text-xs">
          <Icon name="users" className="size-3.5" />
          {t.rich("search.shared_by", { name: <bdi>{row.requesterName}</bdi> })}
        </p>
      )}
      {row.status === "waiting_for_customer" && !shown.includes("status") && (
        <p className="mt-1.5">
          <Status row={row} t={t} />
        </p>
      )}
    </>
  ),
  type: row => row.typeName,
  status: (row, { t }) => <Status row={row} t={t} />,
  resolution: (row, { t }) => (row.resolution ? t.ofType(row.typeSlug)(resolutionCode(row.resolution)) : "–"),
  requester: (row, { shared }) => (
    <span className="wrap-anywhere">
      <bdi>{row.requesterName}</bdi>
      {row.isShared && <span className="text-ink-faint"> · {shared}</span>}
    </span>
  ),
  raised: (row, { clock }) => <Time at={row.createdAt} clock={clock} />,
  activity: (row, { clock }) => <Time at={row.lastActivityAt} clock={clock} />,
};
