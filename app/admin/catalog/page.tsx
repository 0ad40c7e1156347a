import type { Metadata } from "next";
import { Form, SignedForms } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { catalogLimits } from "@/lib/catalog/input";
import { type ListedCategory, type ListedType, listCatalog } from "@/lib/catalog/overview";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { iconNamed } from "@/lib/icons";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { newCategory, newType, placeCategory, placeType } from "./actions";
import { Board } from "./board";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("catalog_admin.title") };
}

export default async function CatalogAdminPage({ searchParams }: { searchParams: SearchParams }) {
  const done = await readParam(searchParams, "done");
  const catalog = await readPageAs("/admin/catalog", listCatalog);
  const t = await readTranslator();
  const categories = catalog.filter(({ isArchived }) => !isArchived);
  const archived = catalog.filter(({ isArchived }) => isArchived);
  const archivedTypes = catalog.flatMap(category =>
    category.types.filter(type => category.isArchived || type.isArchived),
  );
  return (
    <SignedForms>
      <PageHeader title={t("catalog_admin.title")} intro={t("catalog_admin.intro")} />
      {done === "category_added" && (
        <Banner tone="good" role="status" className="mb-6">
          {t("catalog_admin.done.category_added")}
        </Banner>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-6">
          {categories.length === 0 ? (
            <EmptyState icon="inbox" title={t("catalog_admin.none")}>
              {t("catalog_admin.none.text")}
            </EmptyState>
          ) : (
            <Board
              categories={categories.map(({ slug, name, types }) => ({
                ...{ slug, name },
                types: types.filter(({ isArchived }) => !isArchived).map(type => tellType(t, type)),
              }))}
              actions={{ type: placeType, category: placeCategory }}
              texts={boardTexts(t)}
            />
          )}
          {archivedTypes.length > 0 && (
            <Card
              title={t("catalog_admin.types.archived")}
              id="archived-types"
              intro={t("catalog_admin.types.archived.intro")}
            >
              <Names rows={archivedTypes} path="/admin/catalog/types" />
            </Card>
          )}
          {archived.length > 0 && (
            <Card
              title={t("catalog_admin.categories.archived")}
              id="archived-categories"
              intro={t("catalog_admin.categories.archived.intro")}
            >
              <Names rows={archived} path="/admin/catalog/categories" />
            </Card>
          )}
        </div>
        <div className="grid gap-6">
          {categories.length > 0 && <NewType t={t} categories={categories} />}
          <NewCategory t={t} />
        </div>
      </div>
    </SignedForms>
  );
}

const Names = ({ rows, path }: { rows: { slug: string; name: string }[]; path: string }) => (
  <ul className="named-rows">
    {rows.map(({ slug, name }) => (
      <li key={slug}>
        <p>
          <a href={`${path}/${slug}`} dir="auto">
            {name}
          </a>
        </p>
      </li>
    ))}
  </ul>
);

function NewType({ t, categories }: { t: Translator; categories: ListedCategory[] }) {
  const labels = { name: t("catalog_admin.name"), category: t("catalog_admin.category") };
  return (
    <Card title={t("catalog_admin.type.new")} id="new-type" intro={t("catalog_admin.type.new.intro")}>
      <Form action={newType} id="add-type" labels={labels} className="grid gap-4">
        <TextField
          name="name"
          label={labels.name}
          need="required"
          maxLength={catalogLimits.name}
          autoComplete="off"
        />
        <SelectField
          name="category"
          label={labels.category}
          options={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
          defaultValue={categories[0]?.slug ?? ""}
        />
        <SubmitButton className="justify-self-start" working={t("catalog_admin.saving")}>
          {t("catalog_admin.type.add")}
        </SubmitButton>
      </Form>
    </Card>
  );
}

function NewCategory({ t }: { t: Translator }) {
  const labels = { name: t("catalog_admin.name"), description: t("catalog_admin.description") };
  return (
    <Card title={t("catalog_admin.category.new")} id="new-category">
      <Form action={newCategory} id="add-category" labels={labels} className="grid gap-4">
        <TextField
          name="name"
          label={labels.name}
          need="required"
          maxLength={catalogLimits.name}
          autoComplete="off"
        />
        <TextField
          name="description"
          label={labels.description}
          need="optional"
          help={t("catalog_admin.category.description.help")}
          maxLength={catalogLimits.description}
        />
        <SubmitButton variant="secondary" className="justify-self-start" working={t("catalog_admin.saving")}>
          {t("catalog_admin.category.add")}
        </SubmitButton>
      </Form>
    </Card>
  );
}

const tellType = (
  t: Translator,
  { slug, name, icon, isFallback, isPublished, hasFormDraft, audience, teamName }: ListedType,
) => ({
  ...{ slug, name, icon: iconNamed(icon) },
  isDraft: !isPublished,
  about: [
    audience !== "everyone" && t(`catalog_admin.audience.${audience}`),
    teamName,
    isFallback && t("catalog_admin.type.fallback"),
    hasFormDraft && t("form_builder.has_draft"),
  ]
    .filter(Boolean)
    .join(" · "),
});

const boardTexts = (t: Translator) => {
  const say = (code: Parameters<Translator["template"]>[0]) => String(t.template(code));
  return {
    help: say("catalog_admin.move.help"),
    move: say("catalog_admin.move"),
    earlier: say("catalog_admin.type.earlier"),
    later: say("catalog_admin.type.later"),
    categoryEarlier: say("catalog_admin.category.earlier"),
    categoryLater: say("catalog_admin.category.later"),
    lifted: say("catalog_admin.move.lifted"),
    moved: say("catalog_admin.move.moved"),
    dropped: say("catalog_admin.move.dropped"),
    back: say("catalog_admin.move.back"),
    edit: t("catalog_admin.category.edit"),
    empty: t("catalog_admin.category.empty"),
    draft: t("catalog_admin.type.draft"),
  };
};
