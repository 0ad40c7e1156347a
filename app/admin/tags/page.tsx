import type { Metadata } from "next";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { listTags } from "@/lib/tags/read";
import { add } from "./actions";
import { TagForm } from "./tag-form";
import { TagList } from "./tag-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("tags.title") };
}

const news = {
  added: "tags.done.added",
  changed: "tags.done.changed",
  archived: "tags.done.archived",
  restored: "tags.done.restored",
} as const;

export default async function TagsPage({ searchParams }: { searchParams: SearchParams }) {
  const done = await readParam(searchParams, "done");
  const [, happened] = Object.entries(news).find(([name]) => name === done) ?? [];
  const tags = await readPageAs("/admin/tags", listTags);
  const t = await readTranslator();
  const shown = tags.filter(({ isArchived }) => !isArchived);
  const archived = tags.filter(({ isArchived }) => isArchived);
  return (
    <>
      <PageHeader title={t("tags.title")} intro={t("tags.intro")} />
      {happened && (
        <Banner tone="good" role="status" className="mb-6">
          {t(happened)}
        </Banner>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-6">
          {shown.length === 0 ? (
            <EmptyState icon="tag" title={t("tags.none")}>
              {t("tags.none.text")}
            </EmptyState>
          ) : (
            <Card title={t("tags.list")} id="in-use">
              <TagList t={t} tags={shown} />
            </Card>
          )}
          {archived.length > 0 && (
            <Card title={t("tags.archived")} id="archived" intro={t("tags.archived.intro")}>
              <TagList t={t} tags={archived} />
            </Card>
          )}
        </div>
        <Card title={t("tags.new")} id="new">
          <TagForm t={t} id="add" action={add} button={t("tags.add")} />
        </Card>
      </div>
    </>
  );
}
