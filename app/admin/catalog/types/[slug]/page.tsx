import type { Metadata } from "next";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { listCatalog, readType } from "@/lib/catalog/overview";
import { readTranslatedType } from "@/lib/catalog/translated";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { listTeamChoices } from "@/lib/teams/choices";
import { LanguagesCard } from "../../languages-card";
import { Desk } from "./desk";
import { Draft } from "./draft";
import { Words } from "./words";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("catalog_admin.title") };
}

const news = {
  added: "catalog_admin.done.added",
  changed: "catalog_admin.done.changed",
  published: "catalog_admin.done.published",
  archived: "catalog_admin.done.archived",
  restored: "catalog_admin.done.restored",
  moved: "catalog_admin.done.moved",
  fallback: "catalog_admin.done.fallback",
  team: "catalog_admin.done.team",
  audience: "catalog_admin.done.audience",
  statuses: "catalog_admin.done.statuses",
  rule: "catalog_admin.done.rule",
  form_published: "catalog_admin.done.form_published",
  form_discarded: "catalog_admin.done.form_discarded",
} as const;

const isNews = (done = ""): done is keyof typeof news => Object.hasOwn(news, done);

export default async function TypePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const done = await readParam(searchParams, "done");
  const path = `/admin/catalog/types/${encodeURIComponent(slug)}`;
  const { type, teams, categories, missing } = await readPageAs(path, async actor => {
    const [type, catalog, teams, { missing }] = await Promise.all([
      readType(actor, slug),
      listCatalog(actor),
      listTeamChoices(),
      readTranslatedType(actor, slug),
    ]);
    return { type, teams, missing, categories: catalog.filter(({ isArchived }) => !isArchived) };
  });
  const t = await readTranslator();
  const meta = [
    type.category.name,
    !type.isPublished && t("catalog_admin.type.draft"),
    type.isArchived && t("catalog_admin.type.archived"),
  ];
  return (
    <>
      <PageHeader
        t={t}
        title={type.name}
        breadcrumbs={[{ href: "/admin/catalog", label: t("catalog_admin.title") }]}
        meta={meta.filter(Boolean).join(" · ")}
      />
      {isNews(done) && (
        <Banner tone="good" role="status" className="mb-6">
          {t(news[done])}
        </Banner>
      )}
      {!type.isPublished && <Draft t={t} type={type} untranslated={missing} />}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-6">
          <Words t={t} type={type} isTranslated={missing.length > 0} />
          <LanguagesCard t={t} path={`${path}/translations`} missing={missing} />
        </div>
        <Desk t={t} type={type} teams={teams} categories={categories} />
      </div>
    </>
  );
}
