import type { Metadata } from "next";
import { adminLinks } from "@/components/shell/admin-links";
import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { readAttention } from "@/lib/administration/attention";
import { findInDesk } from "@/lib/administration/find";
import { now } from "@/lib/clock";
import { readPageAs, readPageSettings, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { AttentionList } from "./attention-list";
import { FoundList } from "./found-list";
import { PageCards } from "./page-cards";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("administration.title") };
}

export default async function AdminPage({ searchParams }: { searchParams: SearchParams }) {
  const typed = (await readParam(searchParams, "q"))?.trim() ?? "";
  const done = await readParam(searchParams, "done");
  const { attention, found } = await readPageAs("/admin", async actor => ({
    attention: typed === "" ? await readAttention(actor, now()) : [],
    found: typed === "" ? null : await findInDesk(actor, typed),
  }));
  const [t, { setUp }] = await Promise.all([readTranslator(), readPageSettings()]);
  const groups = adminLinks(t);
  return (
    <>
      <PageHeader title={t("administration.title")} intro={t("administration.intro")} />
      {setUp !== "done" && (
        <Banner
          title={t("set_up.unfinished")}
          action={<ButtonLink href="/setup">{t("set_up.go_on")}</ButtonLink>}
          className="mb-6"
        >
          {t("set_up.unfinished.text")}
        </Banner>
      )}
      {setUp === "done" && done === "set-up" && (
        <Banner tone="good" role="status" className="mb-6">
          {t("set_up.finished")}
        </Banner>
      )}
      <search className="mb-6">
        <form action="/admin" className="flex max-w-xl flex-wrap gap-2">
          <input
            type="search"
            name="q"
            dir="auto"
            defaultValue={typed}
            maxLength={200}
            autoComplete="off"
            aria-label={t("administration.search")}
            placeholder={t("administration.search.placeholder")}
            className="input min-w-0 flex-1 basis-56"
          />
          <Button icon="search">{t("administration.search.button")}</Button>
          {typed && (
            <ButtonLink href="/admin" variant="quiet">
              {t("administration.search.clear")}
            </ButtonLink>
          )}
        </form>
      </search>
      {found ? (
        <FoundList t={t} typed={typed} links={groups.flatMap(({ links }) => links)} found={found} />
      ) : (
        <>
          <AttentionList t={t} attention={attention} />
          <PageCards
            label={t("administration.pages")}
            groups={groups.map(({ label, links }) => ({
              label,
              links: links.map(({ words: _, ...link }) => link),
            }))}
          />
        </>
      )}
    </>
  );
}
