import { CatalogSearch } from "@/app/(portal)/catalog-search";
import { TypeCard } from "@/app/(portal)/type-card";
import { PageHeader } from "@/components/ui/page-header";
import { findTypes, readCatalog, wordsOf } from "@/lib/catalog/queries";
import { readPage, readParam, type SearchParams } from "@/lib/entry/page";
import { readVisit } from "@/lib/entry/visit";

export default async function CatalogPage({ searchParams }: { searchParams: SearchParams }) {
  const question = (await readParam(searchParams, "q")) ?? "";
  const follows = await readParam(searchParams, "follows");
  const carried = follows === undefined ? "" : `?follows=${encodeURIComponent(follows)}`;
  const catalog = await readPage("/", async () => readCatalog((await readVisit())?.catalogVersion));
  const { slugs, hasHits } = findTypes(catalog, question);
  return (
    <>
      <PageHeader
        title="How can we help?"
        intro="Choose what fits best. We take it from there, and tell you of every step."
      />
      <CatalogSearch question={question} hasHits={hasHits} follows={follows}>
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
