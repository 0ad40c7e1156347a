import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { readPageAs, readPageSettings, readParam, type SearchParams } from "@/lib/entry/page";
import { languageName } from "@/lib/formats";
import { helpLanguagesOf } from "@/lib/help/languages";
import { readVersions } from "@/lib/help/read";
import { readTranslator } from "@/lib/messages/translate";
import { PageForm } from "../../page-form";
import { Beside } from "./beside";

type Props = { params: Promise<{ slug: string; language: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("help.admin.title") };
}

const news = {
  added: "help.done.added",
  changed: "help.done.changed",
  published: "help.done.published",
  withdrawn: "help.done.withdrawn",
  archived: "help.done.archived",
  restored: "help.done.restored",
} as const;

/** One version of a page, or the form for one that there is not yet. */
export default async function HelpPagePage({ params, searchParams }: Props) {
  const { slug, language } = await params;
  const path = `/admin/help/${encodeURIComponent(slug)}/${encodeURIComponent(language)}`;
  const versions = await readPageAs(path, actor => readVersions(actor, slug));
  const page = versions.find(one => one.language === language);
  const languages = helpLanguagesOf(await readPageSettings());
  if (!page && !languages.includes(language)) notFound();
  const [first] = versions;
  const done = await readParam(searchParams, "done");
  const [, happened] = Object.entries(news).find(([name]) => name === done) ?? [];
  const t = await readTranslator();
  return (
    <>
      <PageHeader
        t={t}
        title={page?.title ?? t("help.admin.translating", { title: first?.title ?? "" })}
        breadcrumbs={[{ href: "/admin/help", label: t("help.admin.title") }]}
        meta={[languageName(language, t.language), page && stateOf(page)].filter(Boolean).join(" · ")}
      />
      {happened && (
        <Banner tone="good" role="status" className="mb-6">
          {t(happened)}
        </Banner>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Card>
          <PageForm
            t={t}
            {...(page ? { page } : { translated: { slug, language, category: first?.category ?? "" } })}
          />
        </Card>
        <Beside {...{ t, slug, page, versions, languages }} />
      </div>
    </>
  );

  function stateOf({ isArchived, isPublished }: { isArchived: boolean; isPublished: boolean }) {
    if (isArchived) return t("help.admin.archived");
    return t(isPublished ? "help.admin.published" : "help.admin.unpublished");
  }
}
