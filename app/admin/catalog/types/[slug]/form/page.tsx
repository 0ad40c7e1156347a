import type { Metadata } from "next";
import { SignedForms } from "@/components/form/form";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { otherLanguages } from "@/lib/catalog/desk-language";
import { readFormPage } from "@/lib/catalog/form-page";
import { readPageAs, readPageSettings, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { saveDraft } from "./actions";
import { Builder } from "./builder";
import { builderTexts } from "./texts";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("catalog_admin.form") };
}

export default async function FormBuilderPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const path = `/admin/catalog/types/${encodeURIComponent(slug)}`;
  const form = await readPageAs(`${path}/form`, actor => readFormPage(actor, slug));
  const t = await readTranslator();
  return (
    <SignedForms>
      <PageHeader
        t={t}
        title={t("form_builder.title", { type: form.name })}
        intro={t(form.isPublished ? "form_builder.intro" : "form_builder.intro.draft", {
          version: form.formVersion,
        })}
        breadcrumbs={[
          { href: "/admin/catalog", label: t("catalog_admin.title") },
          { href: path, label: form.name },
        ]}
      />
      {otherLanguages(await readPageSettings()).length > 0 && (
        <p className="scripted mb-4">
          <ButtonLink href={`${path}/form/translations`} size="small" icon="pencil-line">
            {t("translations.form.way")}
          </ButtonLink>
        </p>
      )}
      <div className="unscripted">
        <Banner>{t("form_builder.scriptless")}</Banner>
      </div>
      <Builder
        slug={form.slug}
        version={form.draft?.version ?? 0}
        fields={form.draft?.fields ?? form.published}
        published={form.published}
        used={form.used}
        lists={form.lists}
        asked={await readParam(searchParams, "question")}
        save={saveDraft}
        texts={builderTexts(t)}
      />
    </SignedForms>
  );
}
