import { notFound } from "next/navigation";
import { VersionField } from "@/components/canned-replies/version-field";
import { DraftNotice } from "@/components/form/draft-notice";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { PersonActor } from "@/lib/actor";
import type { Translated } from "@/lib/catalog/translated";
import { placeOfForm } from "@/lib/drafts/places";
import { readUnsent } from "@/lib/drafts/unsent";
import { pageClock, readPageAs, readParams, type SearchParams } from "@/lib/entry/page";
import type { FormAction } from "@/lib/form/form-state";
import { languageName } from "@/lib/formats";
import { directionOf } from "@/lib/messages/direction";
import { readTranslator } from "@/lib/messages/translate";

export type Line = { name: string; label: string; maxLength: number };

type Props = {
  /** The page of what is translated. */
  above: string;
  searchParams: SearchParams;
  read: (actor: PersonActor) => Promise<Translated>;
  /** What it can say, in the order of the page. */
  lines: Line[];
  save: FormAction;
};

/** Each text in the desk’s language, with a field for its translation. What is typed is kept as a draft for each language. */
export async function TranslationPage({ above, searchParams, read, lines, save }: Props) {
  const path = `${above}/translations`;
  const { language: asked, done } = await readParams(searchParams, ["language", "done"]);
  const { translated, language, draft } = await readPageAs(path, async actor => {
    const translated = await read(actor);
    const wanted = asked ?? translated.missing[0]?.language;
    const language = translated.missing.find(one => one.language === wanted)?.language;
    if (!language) return notFound();
    const place = placeOfForm(`${path}?language=${language}`, "translate");
    const names = ["version", ...lines.map(({ name }) => `words.${name}`)];
    return { translated, language, draft: (await readUnsent(actor, place, names)).draft };
  });
  const [t, clock] = await Promise.all([readTranslator(), pageClock()]);
  const { slug, version, texts, translations, missing } = translated;
  const said = lines.filter(({ name }) => texts[name]);
  const nameOf = (tag: string) => languageName(tag, t.language);
  return (
    <>
      <PageHeader
        t={t}
        title={t("translations.title")}
        intro={t("translations.intro", { language: nameOf(translated.language) })}
        breadcrumbs={[
          { href: "/admin/catalog", label: t("catalog_admin.title") },
          { href: above, label: texts.name ?? "" },
        ]}
      />
      {done === "translated" && (
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
          draft={draft}
          keptLine={draft.kept && <DraftNotice t={t} draft={draft} clock={clock} />}
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
