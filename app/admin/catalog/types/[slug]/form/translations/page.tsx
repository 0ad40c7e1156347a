import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SignedForms } from "@/components/form/form";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { catalogLanguage, otherLanguages } from "@/lib/catalog/desk-language";
import { readFormPage } from "@/lib/catalog/form-page";
import { readPageAs, readPageSettings, readParam, type SearchParams } from "@/lib/entry/page";
import { languageName } from "@/lib/formats";
import { directionOf } from "@/lib/messages/direction";
import type { PluralForms } from "@/lib/messages/format";
import { readTranslator } from "@/lib/messages/translate";
import { saveDraft } from "../actions";
import { builderTexts } from "../texts";
import { TranslateForm } from "./translate-form";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("translations.title") };
}

/** Each text of a form as the desk says it, beside a field for another language. They are part of its draft. */
export default async function FormTranslationsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const above = `/admin/catalog/types/${encodeURIComponent(slug)}`;
  const path = `${above}/form/translations`;
  const form = await readPageAs(path, actor => readFormPage(actor, slug));
  const desk = await readPageSettings();
  const languages = otherLanguages(desk);
  const asked = (await readParam(searchParams, "language")) ?? languages[0];
  const language = languages.find(one => one === asked);
  if (!language) notFound();
  const t = await readTranslator();
  const own = catalogLanguage(desk.language);
  const fields = form.draft?.fields ?? form.published;
  return (
    <SignedForms>
      <PageHeader
        t={t}
        title={t("translations.form", { type: form.name })}
        intro={t("translations.form.intro", { language: languageName(own, t.language) })}
        breadcrumbs={[
          { href: "/admin/catalog", label: t("catalog_admin.title") },
          { href: above, label: form.name },
          { href: `${above}/form`, label: t("catalog_admin.form") },
        ]}
      />
      <div className="unscripted">
        <Banner>{t("form_builder.scriptless")}</Banner>
      </div>
      <Tabs
        label={t("translations.languages")}
        tabs={languages.map(one => ({
          href: `${path}?language=${one}`,
          label: languageName(one, t.language),
          current: one === language,
        }))}
      />
      <TranslateForm
        key={language}
        slug={form.slug}
        version={form.draft?.version ?? 0}
        fields={fields}
        language={{ tag: language, direction: directionOf(language) }}
        own={own}
        save={saveDraft}
        texts={{
          builder: builderTexts(t),
          missing: t.template("translations.missing") as PluralForms,
          complete: t("translations.complete"),
          untranslated: t("translations.untranslated"),
          question: String(t.template("translations.question")),
          choice: t("translations.choice"),
        }}
      />
    </SignedForms>
  );
}
