import type { Metadata } from "next";
import { HelpRows } from "@/app/(portal)/help-rows";
import { TypedAcross } from "@/components/shell/typed-across";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { readHelpLanguages } from "@/lib/entry/help";
import { readPage, readParam, type SearchParams } from "@/lib/entry/page";
import { readVisit } from "@/lib/entry/visit";
import { helpLimits } from "@/lib/help/input";
import { listHelp } from "@/lib/help/read";
import { readTranslator } from "@/lib/messages/translate";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("help.title") };
}

export default async function HelpPages({ searchParams }: { searchParams: SearchParams }) {
  const question = ((await readParam(searchParams, "q")) ?? "").trim();
  const pages = await readPage("/help", async () => listHelp(await readHelpLanguages(), question));
  const t = await readTranslator();
  const visit = await readVisit();
  const categories = [...new Set(pages.map(({ category }) => category))];
  const raise = <ButtonLink href="/">{t("help.raise")}</ButtonLink>;
  return (
    <div className="help-pages mx-auto max-w-3xl">
      <PageHeader
        title={t("help.title")}
        intro={t.rich("help.intro", {
          link: words => (
            <a href="/" className="text-accent-text underline underline-offset-4">
              {words}
            </a>
          ),
        })}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a search element is not in all browsers that we support */}
      <form action="/help" role="search" className="mb-6 flex gap-2">
        <input
          type="search"
          name="q"
          dir="auto"
          defaultValue={question}
          maxLength={helpLimits.question}
          aria-label={t("help.search.label")}
          placeholder={t("catalog.search.hint")}
          className="input min-w-0 flex-1"
        />
        <Button variant="secondary">{t("help.search")}</Button>
      </form>
      {!visit && <TypedAcross />}
      {pages.length === 0 && (
        <EmptyState
          icon="search"
          title={question ? t("help.none.found", { question }) : t("help.none")}
          action={raise}
        >
          {question ? t("help.none.found.text") : t("help.none.text")}
        </EmptyState>
      )}
      <div className="grid gap-6">
        {categories.map((category, index) => (
          <Card key={category} title={category} id={`category-${index + 1}`}>
            <HelpRows pages={pages.filter(page => page.category === category)} />
          </Card>
        ))}
      </div>
    </div>
  );
}
