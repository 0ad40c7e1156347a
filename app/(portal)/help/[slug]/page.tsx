import type { Metadata } from "next";
import { cache } from "react";
import { TypedAcross } from "@/components/shell/typed-across";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Markdown } from "@/components/ui/markdown";
import { PageHeader } from "@/components/ui/page-header";
import { isAdmin } from "@/lib/actor";
import { readHelpLanguages } from "@/lib/entry/help";
import { readPage, readParam, type SearchParams } from "@/lib/entry/page";
import { readVisit } from "@/lib/entry/visit";
import { languageName } from "@/lib/formats";
import { readHelp } from "@/lib/help/read";
import { markdownHtml } from "@/lib/markdown/html";
import { directionOf } from "@/lib/messages/direction";
import { readTranslator } from "@/lib/messages/translate";
import { Feedback } from "./feedback";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

/** Once for the page and its title. */
const readOnce = cache((slug: string, asked?: string) =>
  readPage(`/help/${encodeURIComponent(slug)}`, async () => readHelp(slug, await readHelpLanguages(asked))),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { title } = await readOnce((await params).slug, await readParam(searchParams, "language"));
  return { title };
}

export default async function HelpPage({ params, searchParams }: Props) {
  const page = await readOnce((await params).slug, await readParam(searchParams, "language"));
  const t = await readTranslator();
  const visit = await readVisit();
  const isThanked = (await readParam(searchParams, "said")) === "yes";
  const path = `/help/${page.slug}`;
  return (
    <div className="mx-auto max-w-3xl">
      <div lang={page.language} dir={directionOf(page.language)}>
        <PageHeader
          t={t}
          title={page.title}
          breadcrumbs={[{ href: "/help", label: t("help.title") }]}
          meta={page.category}
        />
        <Card>
          <Markdown html={markdownHtml(page.body)} />
        </Card>
      </div>
      <Feedback key={`${page.slug} ${page.language}`} t={t} page={page} isThanked={isThanked} />
      {!visit && <TypedAcross />}
      <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <ButtonLink href="/help" variant="secondary">
          {t("help.all")}
        </ButtonLink>
        {isThanked && (
          <ButtonLink href="/" variant="secondary">
            {t("help.raise")}
          </ButtonLink>
        )}
        {visit && isAdmin(visit.actor) && (
          <ButtonLink href={`/admin/help/${page.slug}/${page.language}`} variant="quiet" icon="pencil-line">
            {t("help.edit")}
          </ButtonLink>
        )}
      </div>
      {page.others.length > 0 && (
        <nav aria-label={t("help.other_languages")} className="mt-6 text-ink-soft text-sm">
          <p className="flex flex-wrap items-center gap-x-3">
            {t("help.other_languages")}
            {page.others.map(other => (
              <a
                key={other}
                href={`${path}?language=${other}`}
                hrefLang={other}
                lang={other}
                className="inline-flex min-h-6 items-center text-accent-text underline underline-offset-4"
              >
                {languageName(other, other)}
              </a>
            ))}
          </p>
        </nav>
      )}
    </div>
  );
}
