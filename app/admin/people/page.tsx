import type { Metadata } from "next";
import { FindForm } from "@/components/search/find-form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { pageClock, readPageAs, readParams, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { findPeople, type PeopleShown, peopleShown } from "@/lib/people/find";
import { PeopleList } from "./people-list";
import { tellPerson } from "./tell-person";

const path = "/admin/people";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("people.title") };
}

const addressOf = (wishes: Record<string, string | undefined>) => {
  const query = new URLSearchParams(
    Object.entries(wishes).flatMap(([name, value]) => (value && value !== "all" ? [[name, value]] : [])),
  );
  return query.size === 0 ? path : `${path}?${query}`;
};

export default async function PeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const { q = "", show, after } = await readParams(searchParams, ["q", "show", "after"]);
  const shown: PeopleShown = peopleShown.find(one => one === show) ?? "all";
  const { rows, next } = await readPageAs(path, actor => findPeople(actor, { words: q, shown, after }));
  const [clock, t] = await Promise.all([pageClock(), readTranslator()]);
  return (
    <>
      <PageHeader
        title={t("people.title")}
        intro={t("people.intro")}
        actions={
          <ButtonLink href="/admin/people/invitations" variant="primary" icon="plus">
            {t("people.invite")}
          </ButtonLink>
        }
      />
      <FindForm
        {...{ t, action: path, words: q, clear: addressOf({ show: shown }) }}
        label={t("people.find")}
        placeholder={t("people.find.placeholder")}
        className="mb-4"
        {...(shown !== "all" && { hidden: { show: shown } })}
      />
      <Tabs
        label={t("people.shown")}
        tabs={peopleShown.map(one => ({
          href: addressOf({ q, show: one }),
          label: t(`people.shown.${one}`),
          current: one === shown,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState icon="users" title={t(q ? "people.none.found" : "people.none")}>
          {t(q ? "people.none.found.text" : "people.none.text")}
        </EmptyState>
      ) : (
        <Card>
          <PeopleList label={t("people.list")} people={rows.map(person => tellPerson(person, t, clock))} />
        </Card>
      )}
      <Pager
        t={t}
        label={t("people.pages")}
        words={[t("search.pages.first"), t("search.pages.next")]}
        newerHref={after ? addressOf({ q, show: shown }) : null}
        olderHref={next && addressOf({ q, show: shown, after: next })}
      />
    </>
  );
}
