import { CatalogSearch } from "@/app/(portal)/catalog-search";
import { TypeCard } from "@/app/(portal)/type-card";
import { PageHeader } from "@/components/ui/page-header";
import { findTypes, readCatalog, wordsOf } from "@/lib/catalog/queries";
import { readPage, readParam, type SearchParams } from "@/lib/entry/page";
import { readVisit } from "@/lib/entry/visit";
import { type PluralForms, readTranslator } from "@/lib/messages/translate";

export default async function CatalogPage({ searchParams }: { searchParams: SearchParams }) {
  const question = (await readParam(searchParams, "q")) ?? "";
  const follows = await readParam(searchParams, "follows");
  const carried = follows === undefined ? "" : `?follows=${encodeURIComponent(follows)}`;
  const catalog = await readPage("/", async () => readCatalog((await readVisit())?.catalogVersion));
  const { slugs, hasHits } = findTypes(catalog, question);
  const fallback = catalog.flatMap(({ types }) => types).find(({ isFallback }) => isFallback);
  const t = await readTranslator();
  return (
    <>
      <PageHeader title={t("catalog.title")} intro={t("catalog.intro")} />
      <CatalogSearch
        question={question}
        hasHits={hasHits}
        follows={follows}
        texts={{
          label: t("catalog.search.label"),
          hint: t("catalog.search.hint"),
          search: t("catalog.search"),
          none: t("catalog.search.none", { type: fallback?.name ?? "" }),
          hits: t.template("catalog.search.hits") as PluralForms,
        }}
      >
        {catalog.map(category => (
          <section
            key={category.slug}
            aria-labelledby={`category-${category.slug}`}
            data-category
            hidden={!category.types.some(type => slugs.has(type.slug))}
            className="mt-10"
          >
            <h2 id={`category-${category.slug}`} className="font-semibold text-ink text-lg tracking-tight">
              {category.name}
            </h2>
            <p className="mt-0.5 text-ink-soft text-sm">{category.description}</p>
            <ul className="mt-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
              {category.types.map(type => (
                <li
                  key={type.slug}
                  data-words={wordsOf(type, category)}
                  data-fallback={type.isFallback || undefined}
                  hidden={!slugs.has(type.slug)}
                >
                  <TypeCard
                    href={`/catalog/${type.slug}${carried}`}
                    icon={type.icon}
                    name={type.name}
                    description={type.description}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </CatalogSearch>
    </>
  );
}
