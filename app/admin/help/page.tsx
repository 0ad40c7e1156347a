import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { readPageAs } from "@/lib/entry/page";
import { listArticles } from "@/lib/help/read";
import { countFeedback } from "@/lib/help/read-feedback";
import { readTranslator } from "@/lib/messages/translate";
import { PageList } from "./page-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("help.admin.title") };
}

export default async function HelpPagesPage() {
  const [pages, feedback] = await readPageAs("/admin/help", actor =>
    Promise.all([listArticles(actor), countFeedback(actor)]),
  );
  const t = await readTranslator();
  const shown = pages.filter(({ isArchived }) => !isArchived);
  const archived = pages.filter(({ isArchived }) => isArchived);
  const start = (
    <ButtonLink href="/admin/help/new" variant="primary" icon="plus">
      {t("help.admin.new")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("help.admin.title")} intro={t("help.admin.intro")} actions={start} />
      <div className="grid gap-6">
        {shown.length === 0 ? (
          <EmptyState icon="life-buoy" title={t("help.none")}>
            {t("help.admin.none.text")}
          </EmptyState>
        ) : (
          <PageList t={t} pages={shown} feedback={feedback} />
        )}
        {archived.length > 0 && (
          <Card title={t("help.admin.archived")} id="archived" intro={t("help.admin.archived.intro")}>
            <PageList t={t} pages={archived} feedback={feedback} />
          </Card>
        )}
      </div>
    </>
  );
}
