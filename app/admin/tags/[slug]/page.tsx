import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { readPageAs } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { readTag } from "@/lib/tags/read";
import { change } from "../actions";
import { TagForm } from "../tag-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("tags.title") };
}

export default async function TagPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const tag = await readPageAs(`/admin/tags/${encodeURIComponent(slug)}`, actor => readTag(actor, slug));
  const t = await readTranslator();
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        t={t}
        title={tag.name}
        breadcrumbs={[{ href: "/admin/tags", label: t("tags.title") }]}
        meta={tag.isArchived && t("tags.archived")}
      />
      <Card>
        <TagForm t={t} id="change" action={change} tag={tag} button={t("tags.save")} />
      </Card>
    </div>
  );
}
