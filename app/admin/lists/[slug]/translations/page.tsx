import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { VersionField } from "@/components/canned-replies/version-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { listLimits } from "@/lib/choice-lists/limits";
import { type ListPage, readList } from "@/lib/choice-lists/read";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { languageName } from "@/lib/formats";
import { directionOf } from "@/lib/messages/direction";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { translate } from "../../actions";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("choice_lists.translations") };
}

export default async function ListTranslationsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const above = `/admin/lists/${encodeURIComponent(slug)}`;
  const list = await readPageAs(`${above}/translations`, actor => readList(actor, slug));
  const asked = (await readParam(searchParams, "language")) ?? list.missing[0]?.language;
  const language = list.missing.find(one => one.language === asked)?.language;
  if (!language) notFound();
  const t = await readTranslator();
  const nameOf = (tag: string) => languageName(tag, t.language);
  return (
    <>
      <PageHeader
        t={t}
        title={t("choice_lists.translations")}
        intro={t("translations.intro", { language: nameOf(list.language) })}
        breadcrumbs={[
          { href: "/admin/lists", label: t("choice_lists.title") },
          { href: above, label: list.name },
        ]}
      />
      {(await readParam(searchParams, "done")) === "translated" && (
        <Banner tone="good" role="status" className="mb-6">
          {t("translations.saved")}
        </Banner>
      )}
      <Tabs
        label={t("translations.languages")}
        tabs={list.missing.map(one => ({
          href: `${above}/translations?language=${one.language}`,
          label: nameOf(one.language),
          current: one.language === language,
          ...(one.count > 0 && { count: one.count }),
        }))}
      />
      <Card>
        <TranslateForm t={t} list={list} language={language} />
      </Card>
    </>
  );
}

type FormProps = { t: Translator; list: ListPage; language: string };

/** Each text in the desk’s language, with a field for its translation. */
function TranslateForm({ t, list, language }: FormProps) {
  const { slug, version, name, entries, translations } = list;
  const lines = [
    {
      ...{ field: "name", label: t("choice_lists.name"), said: name },
      ...{ value: translations[language]?.name ?? "", maxLength: listLimits.name },
    },
    ...entries.map(entry => ({
      ...{ field: `labels.${entry.value}`, label: t("translations.choice"), said: entry.label },
      ...{ value: entry.translations?.[language] ?? "", maxLength: listLimits.label },
    })),
  ];
  return (
    <Form
      key={`${language} ${version}`}
      action={translate}
      id="translate"
      labels={Object.fromEntries(lines.map(({ field, said }) => [field, said]))}
      hidden={{ slug, language, keys: entries.map(({ value }) => value).join(" ") }}
      className="grid gap-6"
    >
      <VersionField version={version} />
      {lines.map(({ field, label, said, value, maxLength }) => (
        <TextField
          key={field}
          name={field}
          label={`${label}: ${said}`}
          maxLength={maxLength}
          lang={language}
          dir={directionOf(language)}
          autoComplete="off"
          defaultValue={value}
        />
      ))}
      <SubmitButton className="justify-self-start" working={t("choice_lists.saving")}>
        {t("choice_lists.save")}
      </SubmitButton>
    </Form>
  );
}
