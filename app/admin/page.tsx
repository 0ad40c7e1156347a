import type { Metadata } from "next";
import { adminLinks } from "@/components/shell/admin-links";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { readAttention } from "@/lib/administration/attention";
import { findByName } from "@/lib/administration/find";
import { now } from "@/lib/clock";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { AttentionList } from "./attention-list";
import { FoundList } from "./found-list";
import { PageCards } from "./page-cards";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("administration.title") };
}

export default async function AdminPage({ searchParams }: { searchParams: SearchParams }) {
  const typed = (await readParam(searchParams, "q"))?.trim() ?? "";
  const { attention, found } = await readPageAs("/admin", async actor => ({
    attention: await readAttention(actor, now()),
    found: typed === "" ? null : await findByName(actor, typed),
  }));
  const t = await readTranslator();
  const links = adminLinks(t);
  return (
    <>
      <PageHeader title={t("administration.title")} intro={t("administration.intro")} />
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
        <FoundList t={t} typed={typed} links={links} found={found} />
      ) : (
        <>
          <AttentionList t={t} attention={attention} />
          <PageCards t={t} links={links} />
        </>
      )}
    </>
  );
}
