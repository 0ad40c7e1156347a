import { CatalogCards } from "@/app/(portal)/catalog-cards";
import { HelpRows } from "@/app/(portal)/help-rows";
import { LatestRequests } from "@/app/(portal)/latest-requests";
import { TypedAcross } from "@/components/shell/typed-across";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { readerOf, stranger } from "@/lib/catalog/audience";
import { findInLanguages, readCatalog } from "@/lib/catalog/queries";
import { readHelpLanguages } from "@/lib/entry/help";
import { pageClock, readPage, readParam, readParams, type SearchParams } from "@/lib/entry/page";
import { readVisit } from "@/lib/entry/visit";
import { nameOfArticle, readArticleInput } from "@/lib/help/input";
import { type FoundArticle, listHelp } from "@/lib/help/read";
import { iconNamed } from "@/lib/icons";
import type { PluralForms } from "@/lib/messages/format";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { listLatest } from "@/lib/search/list";

const [latestShown, helpShown] = [3, 3];

export default async function CatalogPage({ searchParams }: { searchParams: SearchParams }) {
  const question = ((await readParam(searchParams, "q")) ?? "").trim();
  const {
    follows,
    read: article,
    answered,
  } = await readParams(searchParams, ["follows", "read", "answered"]);
  const { success: isRead, data: read } = readArticleInput.safeParse(article);
  const t = await readTranslator();
  const { catalog, found, pages, latest, waitingCount, isStranger } = await readPage("/", async () => {
    const visit = await readVisit();
    const reader = visit ? readerOf(visit.actor, visit.organisations) : stranger;
    const [catalog, found, pages, latest] = await Promise.all([
      readCatalog(reader, visit?.catalogVersion, t.language),
      question === "" ? [] : findInLanguages(reader, question, visit?.catalogVersion),
      question === "" ? [] : listHelp(await readHelpLanguages(), question),
      visit && visit.openCount > 0 && question === "" ? listLatest(visit.actor, latestShown) : [],
    ]);
    return { catalog, found, pages, latest, waitingCount: visit?.waitingCount ?? 0, isStranger: !visit };
  });
  const fallback = catalog.flatMap(({ types }) => types).find(({ isFallback }) => isFallback);
  return (
    <div className="home">
      <PageHeader title={t("catalog.title")} intro={t("catalog.intro")} />
      {(answered === "kept" || answered === "discarded") && (
        <Banner tone="good" role="status" className="mb-6">
          {t("help.answered")} {t(`help.answered.${answered}`)}
        </Banner>
      )}
      {isRead && (
        <Banner role="status" className="mb-6">
          {t("help.read.catalog")}
        </Banner>
      )}
      <CatalogCards
        catalog={catalog.map(({ types, ...category }) => ({
          ...category,
          types: types.map(type => ({ ...type, icon: iconNamed(type.icon) })),
        }))}
        question={question}
        found={found}
        carried={{
          ...(follows !== undefined && { follows }),
          ...(isRead && { read: nameOfArticle(read) }),
        }}
        texts={{
          label: t("catalog.search.label"),
          hint: t("catalog.search.hint"),
          search: t("catalog.search"),
          none: fallback ? t("catalog.search.none", { type: fallback.name }) : t("catalog.search.nothing"),
          hits: t.template("catalog.search.hits") as PluralForms,
        }}
      >
        {pages.length > 0 && <HelpFound t={t} pages={pages} question={question} />}
        {latest.length > 0 && (
          <LatestRequests t={t} rows={latest} waitingCount={waitingCount} clock={await pageClock()} />
        )}
      </CatalogCards>
      {isStranger && <TypedAcross />}
    </div>
  );
}

/** What may answer a question without a request. */
const HelpFound = ({ t, pages, question }: { t: Translator; pages: FoundArticle[]; question: string }) => (
  <Card title={t("help.offered")} id="help-found" className="mt-6 max-w-2xl">
    <HelpRows pages={pages.slice(0, helpShown)} />
    {pages.length > helpShown && (
      <p className="mt-6">
        <ButtonLink href={`/help?${new URLSearchParams({ q: question })}`} size="small">
          {t("help.more")}
        </ButtonLink>
      </p>
    )}
  </Card>
);
