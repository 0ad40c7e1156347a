import type { Metadata } from "next";
import { VersionField } from "@/components/canned-replies/version-field";
import { CheckboxField } from "@/components/form/checkbox-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { otherLanguages } from "@/lib/catalog/desk-language";
import { missingTexts } from "@/lib/catalog/field-texts";
import { compareForms } from "@/lib/catalog/form-differences";
import { type FormPage, readFormPage } from "@/lib/catalog/form-page";
import { unfitness } from "@/lib/catalog/form-unfitness";
import { readPageAs, readPageSettings } from "@/lib/entry/page";
import { languageName } from "@/lib/formats";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { discardDraft, publishDraft } from "../actions";
import { DifferenceList } from "./difference-list";
import { Findings } from "./findings";
import { tellDifferences } from "./tell-differences";
import "./compare.css";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("form_builder.compare") };
}

export default async function PublishFormPage({ params }: Props) {
  const { slug } = await params;
  const path = `/admin/catalog/types/${encodeURIComponent(slug)}`;
  const form = await readPageAs(`${path}/form/publish`, actor => readFormPage(actor, slug));
  const t = await readTranslator();
  const { draft, published, formVersion, isPublished, lists } = form;
  const untranslated = otherLanguages(await readPageSettings())
    .map(language => ({ language, count: missingTexts(draft?.fields ?? [], language) }))
    .filter(({ count }) => count > 0);
  const differences = draft ? compareForms(published, draft.fields) : [];
  return (
    <>
      <PageHeader
        t={t}
        title={t("form_builder.compare")}
        intro={t(isPublished ? "form_builder.compare.intro" : "form_builder.compare.intro.draft", {
          version: formVersion,
        })}
        breadcrumbs={[
          { href: "/admin/catalog", label: t("catalog_admin.title") },
          { href: path, label: form.name },
          { href: `${path}/form`, label: t("catalog_admin.form") },
        ]}
      />
      <p className="mb-6">
        <ButtonLink href={`${path}/form`} size="small" icon="arrow-left">
          {t("form_builder.compare.back")}
        </ButtonLink>
      </p>
      {draft && draft.basedOn < formVersion && (
        <Banner tone="warn" className="mb-6">
          {t("form_builder.compare.older", { newest: formVersion, basedOn: draft.basedOn })}
        </Banner>
      )}
      {differences.length === 0 ? (
        <Banner className="mb-6">
          {t(draft ? "form_builder.compare.same" : "form_builder.compare.none")}
        </Banner>
      ) : (
        <DifferenceList
          t={t}
          differences={tellDifferences(t, differences, { published, draft: draft?.fields ?? [], lists })}
        />
      )}
      {draft && (
        <Decide
          t={t}
          form={form}
          draft={draft}
          isSame={differences.length === 0}
          untranslated={untranslated}
        />
      )}
    </>
  );
}

type DecideProps = {
  t: Translator;
  form: FormPage;
  draft: NonNullable<FormPage["draft"]>;
  isSame: boolean;
  /** Per language how many texts customers would read in the desk's. */
  untranslated: { language: string; count: number }[];
};

function Decide({ t, form, draft, isSame, untranslated }: DecideProps) {
  const { slug, formVersionId, formVersion, lessensRule } = form;
  const accept = t("form_builder.effects.rule.accept");
  const isFit = unfitness(draft.fields, form.used, form.lists).length === 0;
  return (
    <div className="grid gap-6">
      {!isSame && <Findings t={t} form={form} draft={draft} />}
      {!isSame && isFit && (
        <Card title={t("form_builder.effects")} id="effects">
          <Form
            action={publishDraft}
            id="publish-form"
            labels={{ acceptsLoss: accept }}
            hidden={{ slug, formVersionId }}
            className="grid gap-4"
          >
            <VersionField version={draft.version} />
            <ul className="effects">
              <li>{t("form_builder.effects.requests")}</li>
              <li>{t("form_builder.effects.views")}</li>
              {untranslated.map(({ language, count }) => (
                <li key={language}>
                  <a href={`/admin/catalog/types/${slug}/form/translations?language=${language}`}>
                    {languageName(language, t.language)}
                  </a>
                  {`: ${t("translations.missing", { count })}`}
                </li>
              ))}
              {lessensRule && <li>{t("form_builder.effects.rule")}</li>}
            </ul>
            {lessensRule && <CheckboxField name="acceptsLoss" label={accept} need="required" />}
            <SubmitButton className="justify-self-start" working={t("form_builder.publishing")}>
              {t("form_builder.publish", { version: formVersion + 1 })}
            </SubmitButton>
          </Form>
        </Card>
      )}
      <Card
        title={t("form_builder.discard")}
        id="discard"
        intro={t("form_builder.discard.text", { version: formVersion })}
      >
        <Form action={discardDraft} id="discard-form" labels={{}} hidden={{ slug }}>
          <VersionField version={draft.version} />
          <SubmitButton variant="danger" working={t("catalog_admin.saving")}>
            {t("form_builder.discard")}
          </SubmitButton>
        </Form>
      </Card>
    </div>
  );
}
