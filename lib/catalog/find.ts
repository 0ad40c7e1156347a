import type { CatalogCategory } from "./queries";

type Category = Pick<CatalogCategory, "name">;
type Card = CatalogCategory["types"][number];

/** Where words are looked for. */
export const searchedIn = ({ name, description, keywords }: Card, category: Category): string =>
  `${name} ${description} ${keywords} ${category.name}`.toLowerCase();

export const hasWords = (text: string, words: string): boolean =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));

/**
 * The categories with the types that fit the words; with the fallback alone if none does. Runs in browsers, too.
 * @param known slugs of types that are known to fit, by what a browser is not sent
 */
export function findTypes<C extends CatalogCategory>(
  catalog: C[],
  question: string,
  known: readonly string[] = [],
): { categories: C[]; hits: number } {
  const those = (fits: (type: C["types"][number], category: C) => boolean) =>
    catalog
      .map(category => ({ ...category, types: category.types.filter(type => fits(type, category)) }))
      .filter(({ types }) => types.length > 0);
  const found = those(
    (type, category) => hasWords(searchedIn(type, category), question) || known.includes(type.slug),
  );
  const hits = found.reduce((sum, { types }) => sum + types.length, 0);
  return { categories: hits > 0 ? found : those(({ isFallback }) => isFallback), hits };
}
