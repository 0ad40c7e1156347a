import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listLimits } from "@/lib/choice-lists/limits";
import { type ListedList, listLists } from "@/lib/choice-lists/read";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { series } from "@/lib/messages/said";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { RowCards } from "../row-cards";
import { add, archive, shift } from "./actions";

const path = "/admin/lists";
const mostNamed = 3;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("choice_lists.title") };
}

const news = {
  archived: "choice_lists.done.archived",
  restored: "choice_lists.done.restored",
} as const;

export default async function ListsPage({ searchParams }: { searchParams: SearchParams }) {
  const done = await readParam(searchParams, "done");
  const [, happened] = Object.entries(news).find(([name]) => name === done) ?? [];
  const lists = await readPageAs(path, listLists);
  const t = await readTranslator();
  return (
    <>
      <PageHeader title={t("choice_lists.title")} intro={t("choice_lists.intro")} />
      {happened && (
        <Banner tone="good" role="status" className="mb-6">
          {t(happened)}
        </Banner>
      )}
      <RowCards
        {...{ t, path, shift, archive }}
        rows={lists.map(({ slug, name, isArchived, offered, uses }) => ({
          ...{ slug, name, isArchived },
          about: `${t("choice_lists.offered", { count: offered })} · ${usesOf(t, uses)}`,
        }))}
        titles={{
          inUse: t("choice_lists.list"),
          archived: t("choice_lists.archived"),
          aboutArchived: t("choice_lists.archived.intro"),
          fresh: t("choice_lists.new"),
        }}
        none={
          <EmptyState icon="list-checks" title={t("choice_lists.none")}>
            {t("choice_lists.none.text")}
          </EmptyState>
        }
      >
        <AddForm t={t} />
      </RowCards>
    </>
  );
}

function usesOf(t: Translator, uses: ListedList["uses"]): string {
  if (uses.length === 0) return t("choice_lists.uses.none");
  const names = uses.slice(0, mostNamed).map(({ name }) => name);
  return t("choice_lists.uses", { forms: series(t, [...names, ...(uses.length > mostNamed ? ["…"] : [])]) });
}

function AddForm({ t }: { t: Translator }) {
  const labels = { name: t("choice_lists.name"), entries: t("choice_lists.entries") };
  return (
    <Form action={add} id="add" labels={labels} className="grid gap-4">
      <TextField
        name="name"
        label={labels.name}
        help={t("choice_lists.name.help")}
        need="required"
        maxLength={listLimits.name}
        autoComplete="off"
      />
      <TextField
        name="entries"
        label={labels.entries}
        help={t("choice_lists.entries.new.help")}
        need="required"
        rows={8}
      />
      <SubmitButton className="justify-self-start" working={t("choice_lists.saving")}>
        {t("choice_lists.add")}
      </SubmitButton>
    </Form>
  );
}
