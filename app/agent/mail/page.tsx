import type { Metadata } from "next";
import { InboundList } from "@/app/agent/mail/inbound-list";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { pageClock, readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { inboundFilter, inboundStates, listInbound } from "@/lib/inbound/queue";
import { readTranslator } from "@/lib/messages/translate";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("inbox.title") };
}

const news = {
  accepted: "inbox.done.accepted",
  attached: "inbox.done.attached",
  discarded: "inbox.done.discarded",
} as const;

const linkTo = (show: string, before?: string) =>
  `/agent/mail?show=${show}${before ? `&before=${encodeURIComponent(before)}` : ""}`;

export default async function InboxPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = inboundFilter.parse(await searchParams);
  const decided = await readParam(searchParams, "done");
  const [, done] = Object.entries(news).find(([name]) => name === decided) ?? [];
  const t = await readTranslator();
  const { rows, older } = await readPageAs(linkTo(filter.show, filter.before), actor =>
    listInbound(actor, filter),
  );
  return (
    <>
      <PageHeader title={t("inbox.title")} intro={t("inbox.intro")} />
      {done && (
        <Banner tone="good" role="status" className="mb-6">
          {t(done)}
        </Banner>
      )}
      <Tabs
        label={t("inbox.tabs")}
        tabs={inboundStates.map(show => ({
          href: linkTo(show),
          label: t(`inbox.${show}`),
          current: show === filter.show,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState icon="mail" title={t(`inbox.${filter.show}.empty`)}>
          {t(`inbox.${filter.show}.empty.text`)}
        </EmptyState>
      ) : (
        <InboundList t={t} rows={rows} clock={await pageClock()} />
      )}
      <Pager
        t={t}
        label={t("inbox.pages")}
        newerHref={filter.before ? linkTo(filter.show) : null}
        olderHref={older && linkTo(filter.show, older)}
      />
    </>
  );
}
