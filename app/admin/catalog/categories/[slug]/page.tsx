import type { Metadata } from "next";
import { VersionField } from "@/components/canned-replies/version-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { catalogLimits } from "@/lib/catalog/input";
import { readCategory } from "@/lib/catalog/overview";
import { readTranslatedCategory } from "@/lib/catalog/translated";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { retireCategory, wordCategory } from "../../actions";
import { LanguagesCard } from "../../languages-card";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("catalog_admin.title") };
}

const news = {
  changed: "catalog_admin.done.changed",
  archived: "catalog_admin.done.archived",
  restored: "catalog_admin.done.restored",
} as const;

const isNews = (done = ""): done is keyof typeof news => Object.hasOwn(news, done);

export default async function CategoryPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const done = await readParam(searchParams, "done");
  const path = `/admin/catalog/categories/${encodeURIComponent(slug)}`;
  const { category, missing } = await readPageAs(path, async actor => {
    const [category, { missing }] = await Promise.all([
      readCategory(actor, slug),
      readTranslatedCategory(actor, slug),
    ]);
    return { category, missing };
  });
  const t = await readTranslator();
  const { name, description, version, isArchived } = category;
  const labels = { name: t("catalog_admin.name"), description: t("catalog_admin.description") };
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        t={t}
        title={name}
        breadcrumbs={[{ href: "/admin/catalog", label: t("catalog_admin.title") }]}
        meta={isArchived && t("catalog_admin.type.archived")}
      />
      {isNews(done) && (
        <Banner tone="good" role="status" className="mb-6">
          {t(news[done])}
        </Banner>
      )}
      <Card title={t("catalog_admin.category.words")} id="words" className="mb-6">
        <Form
          key={version}
          action={wordCategory}
          id="describe"
          labels={labels}
          hidden={{ slug }}
          className="grid gap-4"
        >
          <VersionField version={version} />
          <TextField
            name="name"
            label={labels.name}
            need="required"
            maxLength={catalogLimits.name}
            defaultValue={name}
          />
          <TextField
            name="description"
            label={labels.description}
            need="optional"
            help={t("catalog_admin.category.description.help")}
            maxLength={catalogLimits.description}
            defaultValue={description}
          />
          <SubmitButton className="justify-self-start" working={t("catalog_admin.saving")}>
            {t("catalog_admin.save")}
          </SubmitButton>
        </Form>
        <Form
          action={retireCategory}
          id="archive"
          labels={{}}
          hidden={{ slug, isArchived: isArchived ? "no" : "yes" }}
          className="mt-6 grid gap-3 border-line border-t pt-5"
        >
          <p className="text-ink-soft text-sm">
            {t(isArchived ? "catalog_admin.category.restore.text" : "catalog_admin.category.archive.text")}
          </p>
          <SubmitButton
            variant="secondary"
            className="justify-self-start"
            working={t("catalog_admin.saving")}
          >
            {t(isArchived ? "catalog_admin.category.restore" : "catalog_admin.category.archive")}
          </SubmitButton>
        </Form>
      </Card>
      <LanguagesCard t={t} path={`${path}/translations`} missing={missing} />
    </div>
  );
}
