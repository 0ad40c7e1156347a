import { VersionField } from "@/components/canned-replies/version-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { Translated } from "@/lib/catalog/translated";
import type { FormAction } from "@/lib/form/form-state";
import { languageName } from "@/lib/formats";
import { directionOf, type Translator } from "@/lib/messages/translate";

type Line = { name: string; label: string; maxLength: number };

type Props = {
  t: Translator;
  translated: Translated;
  /** The language to translate to. */
  language: string;
  isSaved: boolean;
  /** What it says, in the order of the page. */
  lines: Line[];
  save: FormAction;
  path: string;
  breadcrumbs: { href: string; label: string }[];
};

/** Each text as the desk says it, beside a field for how it is said in another language. */
export function TranslationPage({ t, translated, language, isSaved, lines, save, path, ...props }: Props) {
  const { slug, version, texts, translations, missing } = translated;
  const said = lines.filter(({ name }) => texts[name]);
  const nameOf = (tag: string) => languageName(tag, t.language);
  return (
    <>
      <PageHeader
        t={t}
        title={t("translations.title")}
        intro={t("translations.intro", { language: nameOf(translated.language) })}
        breadcrumbs={props.breadcrumbs}
      />
      {isSaved && (
        <Banner tone="good" role="status" className="mb-6">
          {t("translations.saved")}
        </Banner>
      )}
      <Tabs
        label={t("translations.languages")}
        tabs={missing.map(one => ({
          href: `${path}?language=${one.language}`,
          label: nameOf(one.language),
          current: one.language === language,
          ...(one.count > 0 && { count: one.count }),
        }))}
      />
      <Card>
        <Form
          key={`${language} ${version}`}
          action={save}
          id="translate"
          labels={Object.fromEntries(said.map(({ name, label }) => [`words.${name}`, label]))}
          hidden={{ slug, language }}
          className="grid gap-6"
        >
          <VersionField version={version} />
          {said.map(({ name, label, maxLength }) => (
            <TextField
              key={name}
              name={`words.${name}`}
              label={label}
              help={
                <bdi lang={translated.language} dir="auto" className="text-ink">
                  {texts[name]}
                </bdi>
              }
              maxLength={maxLength}
              lang={language}
              dir={directionOf(language)}
              autoComplete="off"
              defaultValue={translations[language]?.[name] ?? ""}
            />
          ))}
          <SubmitButton className="justify-self-start" working={t("catalog_admin.saving")}>
            {t("catalog_admin.save")}
          </SubmitButton>
        </Form>
      </Card>
    </>
  );
}
