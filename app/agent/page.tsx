import type { Metadata } from "next";
import { QueueFilters } from "@/app/agent/queue-filters";
import { QueueTable } from "@/app/agent/queue-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { listQueue, type QueueFilter, queueFilter, statusChoices } from "@/lib/desk/queue";
import { pageClock, readPageAs, type SearchParams } from "@/lib/entry/page";

export const metadata: Metadata = { title: "Queue" };

const linkTo = ({ status, assigned }: QueueFilter, after?: string) =>
  `/agent?status=${status}&assigned=${assigned}${after ? `&after=${encodeURIComponent(after)}` : ""}`;

export default async function QueuePage({ searchParams }: { searchParams: SearchParams }) {
  const filter = queueFilter.parse(await searchParams);
  const { rows, next } = await readPageAs(linkTo(filter), actor => listQueue(actor, filter));
  const isWhole = filter.status === "open" && filter.assigned === "anyone";
  return (
    <>
      <div className="mb-5 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="font-semibold text-ink text-xl tracking-tight">Queue</h1>
          <p className="text-ink-soft text-sm">Who has waited longest comes first.</p>
        </div>
        <QueueFilters filter={filter} statuses={statusChoices} />
      </div>
      {rows.length > 0 ? (
        <QueueTable rows={rows} clock={await pageClock()} />
      ) : (
        <EmptyState
          icon="inbox"
          title={isWhole ? "Nobody is waiting" : "Nothing fits this filter"}
          action={!isWhole && <ButtonLink href="/agent">Show the whole queue</ButtonLink>}
        >
          {isWhole
            ? "Every request has been dealt with. New ones appear here."
            : "Try another status, or another assignee."}
        </EmptyState>
      )}
      {(filter.after || next) && (
        <nav aria-label="Pages" className="mt-5 flex justify-between gap-4">
          {filter.after ? <ButtonLink href={linkTo(filter)}>Back to the first</ButtonLink> : <span />}
          {next && <ButtonLink href={linkTo(filter, next)}>Next</ButtonLink>}
        </nav>
      )}
    </>
  );
}
