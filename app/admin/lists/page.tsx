import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listLimits } from "@/lib/choice-lists/limits";
import { listLists } from "@/lib/choice-lists/read";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { add } from "./actions";
import { ListRows } from "./list-rows";

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
  const lists = await readPageAs("/admin/lists", listLists);
  const t = await readTranslator();
  const shown = lists.filter(({ isArchived }) => !isArchived);
  const archived = lists.filter(({ isArchived }) => isArchived);
  return (
    <>
      <PageHeader title={t("choice_lists.title")} intro={t("choice_lists.intro")} />
      {happened && (
        <Banner tone="good" role="status" className="mb-6">
          {t(happened)}
        </Banner>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-6">
          {shown.length === 0 ? (
            <EmptyState icon="list-checks" title={t("choice_lists.none")}>
              {t("choice_lists.none.text")}
            </EmptyState>
          ) : (
            <Card title={t("choice_lists.list")} id="in-use">
              <ListRows t={t} lists={shown} />
            </Card>
          )}
          {archived.length > 0 && (
            <Card title={t("choice_lists.archived")} id="archived" intro={t("choice_lists.archived.intro")}>
              <ListRows t={t} lists={archived} />
            </Card>
          )}
        </div>
        <Card title={t("choice_lists.new")} id="new">
          <AddForm t={t} />
        </Card>
      </div>
    </>
  );
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
