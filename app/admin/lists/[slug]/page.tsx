import type { Metadata } from "next";
import { VersionField } from "@/components/canned-replies/version-field";
import { entriesTexts } from "@/components/catalog/choices-texts";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listLimits } from "@/lib/choice-lists/limits";
import { type ListPage, readList } from "@/lib/choice-lists/read";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { change } from "../actions";
import { EntriesField } from "./entries-field";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("choice_lists.title") };
}

const news = { added: "choice_lists.done.added", changed: "choice_lists.done.changed" } as const;

export default async function ListOfChoicesPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const path = `/admin/lists/${encodeURIComponent(slug)}`;
  const list = await readPageAs(path, actor => readList(actor, slug));
  const t = await readTranslator();
  const done = await readParam(searchParams, "done");
  const [, happened] = Object.entries(news).find(([name]) => name === done) ?? [];
  const missing = list.missing.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageHeader
        t={t}
        title={list.name}
        breadcrumbs={[{ href: "/admin/lists", label: t("choice_lists.title") }]}
        meta={list.isArchived && t("choice_lists.archived")}
      />
      {happened && (
        <Banner tone="good" role="status" className="mb-6">
          {t(happened)}
        </Banner>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Card title={t("choice_lists.say")} id="say" intro={t("choice_lists.entries.help")}>
          <ChangeForm t={t} list={list} />
        </Card>
        <div className="grid gap-6">
          <Card title={t("choice_lists.uses.title")} id="uses">
            {list.uses.length === 0 ? (
              <p className="text-ink-soft text-sm">{t("choice_lists.uses.none")}</p>
            ) : (
              <ul className="grid gap-1">
                {list.uses.map(use => (
                  <li key={use.slug}>
                    <a href={`/admin/catalog/types/${use.slug}/form`} dir="auto">
                      {use.name}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </Card>
          <Card title={t("translations.title")} id="translations">
            <p className="mb-3 text-ink-soft text-sm">
              {missing > 0 ? t("translations.missing", { count: missing }) : t("translations.complete")}
            </p>
            <ButtonLink href={`${path}/translations`} size="small" icon="pencil-line">
              {t("choice_lists.translate")}
            </ButtonLink>
          </Card>
        </div>
      </div>
    </>
  );
}

function ChangeForm({ t, list }: { t: Translator; list: ListPage }) {
  const labels = { name: t("choice_lists.name"), entries: t("choice_lists.entries") };
  return (
    <Form
      key={list.version}
      action={change}
      id="change"
      labels={labels}
      hidden={{ slug: list.slug }}
      className="grid gap-5"
    >
      <VersionField version={list.version} />
      <TextField
        name="name"
        label={labels.name}
        help={t("choice_lists.name.help")}
        need="required"
        maxLength={listLimits.name}
        autoComplete="off"
        defaultValue={list.name}
      />
      <div className="unscripted">
        <Banner>{t("choice_lists.entries.scriptless")}</Banner>
      </div>
      <EntriesField entries={list.entries} texts={entriesTexts(t)} />
      <SubmitButton className="justify-self-start" working={t("choice_lists.saving")}>
        {t("choice_lists.save")}
      </SubmitButton>
    </Form>
  );
}
