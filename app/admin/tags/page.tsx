import type { Metadata } from "next";
import { TagMark } from "@/components/tags/tag-mark";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { listTags } from "@/lib/tags/read";
import { RowCards } from "../row-cards";
import { add, archive, shift } from "./actions";
import { TagForm } from "./tag-form";

const path = "/admin/tags";

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
  const tags = await readPageAs(path, listTags);
  const t = await readTranslator();
  return (
    <>
      <PageHeader title={t("tags.title")} intro={t("tags.intro")} />
      {happened && (
        <Banner tone="good" role="status" className="mb-6">
          {t(happened)}
        </Banner>
      )}
      <RowCards
        {...{ t, path, shift, archive }}
        rows={tags.map(({ slug, name, colour, isArchived, requests }) => ({
          ...{ slug, name, isArchived },
          mark: <TagMark name={name} colour={colour} />,
          about: t("tags.requests", { count: requests }),
        }))}
        titles={{
          inUse: t("tags.list"),
          archived: t("tags.archived"),
          aboutArchived: t("tags.archived.intro"),
          fresh: t("tags.new"),
        }}
        none={
          <EmptyState icon="tag" title={t("tags.none")}>
            {t("tags.none.text")}
          </EmptyState>
        }
      >
        <TagForm t={t} id="add" action={add} button={t("tags.add")} />
      </RowCards>
    </>
  );
}
