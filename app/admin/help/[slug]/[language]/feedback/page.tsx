import type { Metadata } from "next";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { pageClock, readPageAs, readParams, type SearchParams } from "@/lib/entry/page";
import { languageName } from "@/lib/formats";
import { readFeedback } from "@/lib/help/read-feedback";
import { readTranslator } from "@/lib/messages/translate";
import { Counts } from "./counts";
import { WordsList } from "./words-list";

type Props = { params: Promise<{ slug: string; language: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("help.admin.feedback") };
}

/** What readers say of one version of a page, and never who says it. */
export default async function FeedbackPage({ params, searchParams }: Props) {
  const { slug, language } = await params;
  const { before, done } = await readParams(searchParams, ["before", "done"]);
  const pagePath = `/admin/help/${encodeURIComponent(slug)}/${encodeURIComponent(language)}`;
  const path = `${pagePath}/feedback`;
  const { title, counts, rows, next } = await readPageAs(path, actor =>
    readFeedback(actor, { slug, language }, before),
  );
  const [t, clock] = [await readTranslator(), await pageClock()];
  return (
    <>
      <PageHeader
        t={t}
        title={t("help.admin.feedback.of", { title })}
        intro={t("help.admin.feedback.intro")}
        breadcrumbs={[
          { href: "/admin/help", label: t("help.admin.title") },
          { href: pagePath, label: title },
        ]}
        meta={languageName(language, t.language)}
      />
      {done === "removed" && (
        <Banner tone="good" role="status" className="mb-6">
          {t("help.admin.feedback.removed")}
        </Banner>
      )}
      <div className="grid gap-6">
        <Counts t={t} counts={counts} />
        {rows.length === 0 ? (
          <EmptyState icon="message-square" title={t("help.admin.feedback.none")}>
            {t("help.admin.feedback.none.text")}
          </EmptyState>
        ) : (
          <Card title={t("help.admin.feedback.words")} id="words">
            <WordsList t={t} rows={rows} clock={clock} of={{ slug, language }} />
          </Card>
        )}
      </div>
      <Pager
        t={t}
        label={t("help.admin.feedback.pages")}
        words={[t("search.pages.first"), t("search.pages.next")]}
        newerHref={before ? path : null}
        olderHref={next && `${path}?before=${next}`}
      />
    </>
  );
}
