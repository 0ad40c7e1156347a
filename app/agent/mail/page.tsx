import type { Metadata } from "next";
import { InboundList } from "@/app/agent/mail/inbound-list";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { pageClock, readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { inboundFilter, inboundStates, listInbound } from "@/lib/inbound/queue";

export const metadata: Metadata = { title: "Inbox" };

const tabs = {
  held: { label: "Waiting", title: "No mail waits", text: "Every mail that came in has found its place." },
  let_in: {
    label: "Let in",
    title: "Nothing was let in",
    text: "Email replies that became a comment or a note appear here.",
  },
  kept_out: {
    label: "Kept out",
    title: "Nothing was kept out",
    text: "Automatic replies, bounces and loops appear here. They change nothing unless you let one in.",
  },
  discarded: {
    label: "Discarded",
    title: "Nothing was discarded",
    text: "Discarded emails stay here for 90 days.",
  },
} as const;

const news: Record<string, string> = {
  accepted: "The mail was let in.",
  attached: "The mail was attached to the request.",
  discarded: "The mail was discarded.",
};

const linkTo = (show: string, before?: string) =>
  `/agent/mail?show=${show}${before ? `&before=${encodeURIComponent(before)}` : ""}`;

export default async function InboxPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = inboundFilter.parse(await searchParams);
  const done = news[(await readParam(searchParams, "done")) ?? ""];
  const { rows, older } = await readPageAs(linkTo(filter.show, filter.before), actor =>
    listInbound(actor, filter),
  );
  const { title, text } = tabs[filter.show];
  return (
    <>
      <PageHeader
        title="Inbox"
        intro="Replies by mail go to their requests by themselves. What the desk cannot be sure of waits here for you."
      />
      {done && (
        <Banner tone="good" role="status" className="mb-6">
          {done}
        </Banner>
      )}
      <Tabs
        label="Mails"
        tabs={inboundStates.map(show => ({
          href: linkTo(show),
          label: tabs[show].label,
          current: show === filter.show,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState icon="mail" title={title}>
          {text}
        </EmptyState>
      ) : (
        <InboundList rows={rows} clock={await pageClock()} />
      )}
      <Pager
        t={t}
        label="Pages"
        newerHref={filter.before ? linkTo(filter.show) : null}
        olderHref={older && linkTo(filter.show, older)}
      />
    </>
  );
}
