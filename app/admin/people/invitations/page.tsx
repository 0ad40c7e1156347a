import type { Metadata } from "next";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { accountInvitationDays } from "@/lib/accounts/account-invitations";
import { now } from "@/lib/clock";
import { pageClock, readPageAs, readParams, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { listInvited } from "@/lib/people/invited";
import { invite } from "./actions";
import { InviteForm } from "./invite-form";
import { InvitedList } from "./invited-list";

const path = "/admin/people/invitations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("people.invite") };
}

const news = {
  invited: "people.done.invited",
  again: "people.done.again",
  withdrawn: "people.done.withdrawn",
  dropped: "people.done.dropped",
} as const;

const isNews = (done = ""): done is keyof typeof news => Object.hasOwn(news, done);
const roles = ["customer", "agent", "admin"] as const;

export default async function InvitationsPage({ searchParams }: { searchParams: SearchParams }) {
  const { done, after, count } = await readParams(searchParams, ["done", "after", "count"]);
  const { rows, next } = await readPageAs(path, actor => listInvited(actor, now(), after));
  const [clock, t] = await Promise.all([pageClock(), readTranslator()]);
  return (
    <>
      <PageHeader
        t={t}
        title={t("people.invite")}
        breadcrumbs={[{ href: "/admin/people", label: t("people.title") }]}
        intro={t("people.invite.intro", { days: accountInvitationDays })}
        actions={<ButtonLink href={`${path}/list`}>{t("people.by_list.link")}</ButtonLink>}
      />
      {isNews(done) && (
        <Banner tone="good" role="status" className="mb-6">
          {t(news[done])}
        </Banner>
      )}
      {done === "left-out" && /^\d{1,3}$/.test(count ?? "") && (
        <Banner tone="good" role="status" className="mb-6">
          {t("people.done.left_out", { count: Number(count) })}
        </Banner>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="max-lg:order-last">
          {rows.length === 0 ? (
            <EmptyState icon="mail" title={t("people.invited.none")}>
              {t("people.invited.none.text")}
            </EmptyState>
          ) : (
            <Card title={t("people.invited")} id="invited" intro={t("people.invited.intro")}>
              <InvitedList t={t} rows={rows} clock={clock} />
            </Card>
          )}
          <Pager
            t={t}
            label={t("people.invited.pages")}
            words={[t("search.pages.first"), t("search.pages.next")]}
            newerHref={after ? path : null}
            olderHref={next && `${path}?after=${encodeURIComponent(next)}`}
          />
        </div>
        <Card>
          <InviteForm {...{ t, clock, roles }} action={invite} invited={rows} />
        </Card>
      </div>
    </>
  );
}
