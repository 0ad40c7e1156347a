import type { Metadata } from "next";
import { RequestTable } from "@/components/request/request-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { pageClock, queryOf, readPageAs, type SearchParams } from "@/lib/entry/page";
import { listMyRequests, type Show } from "@/lib/requests/lists";

export const metadata: Metadata = { title: "Your requests" };

const shows: Record<Show, { label: string; empty: string }> = {
  open: {
    label: "Open requests",
    empty: "Nothing is open. When something is, its latest status stands here.",
  },
  closed: { label: "Closed requests", empty: "What has been resolved or closed is kept here." },
  all: { label: "All requests", empty: "You have not raised a request yet." },
};

function showOf(text: string | undefined): Show {
  return text === "closed" || text === "all" ? text : "open";
}

export default async function RequestsPage({ searchParams }: { searchParams: SearchParams }) {
  const show = showOf(await queryOf(searchParams, "show"));
  const before = await queryOf(searchParams, "before");
  const path = `/requests?show=${show}`;
  const { rows, older } = await readPageAs(path, actor => listMyRequests(actor, show, before));
  return (
    <>
      <PageHeader
        title={shows[show].label}
        actions={
          <ButtonLink href="/" variant="primary" icon="plus">
            Raise a request
          </ButtonLink>
        }
      />
      <Tabs
        label="Which requests"
        tabs={Object.entries(shows).map(([name, { label }]) => ({
          href: `/requests?show=${name}`,
          label,
          current: name === show,
        }))}
      />
      {rows.length > 0 ? (
        <RequestTable
          rows={rows}
          clock={await pageClock()}
          caption={`${shows[show].label}, newest activity first`}
        />
      ) : (
        <EmptyState
          icon="inbox"
          title={before ? "That is all" : "Nothing here"}
          action={
            <ButtonLink href={before ? path : "/"}>
              {before ? "Back to the newest" : "Raise a request"}
            </ButtonLink>
          }
        >
          {before ? "There are no older requests." : shows[show].empty}
        </EmptyState>
      )}
      <Pager
        label="Pages"
        newerHref={before && rows.length > 0 ? path : null}
        olderHref={older && `${path}&before=${encodeURIComponent(older)}`}
      />
    </>
  );
}
