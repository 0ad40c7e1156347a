import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { readPageAs, readPageSettings } from "@/lib/entry/page";
import { helpLanguagesOf } from "@/lib/help/languages";
import { listArticles } from "@/lib/help/read";
import { readTranslator } from "@/lib/messages/translate";
import { PageForm } from "../page-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("help.admin.new") };
}

export default async function NewHelpPage() {
  await readPageAs("/admin/help/new", listArticles);
  const t = await readTranslator();
  const languages = helpLanguagesOf(await readPageSettings());
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        t={t}
        title={t("help.admin.new")}
        intro={t("help.admin.add.text")}
        breadcrumbs={[{ href: "/admin/help", label: t("help.admin.title") }]}
      />
      <Card>
        <PageForm t={t} languages={languages} />
      </Card>
    </div>
  );
}
