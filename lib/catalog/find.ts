import type { CatalogCategory } from "./queries";

/** The categories with the types that fit the words; with the fallback alone if none does. Runs in browsers, too. */
export function findTypes<C extends CatalogCategory>(
  catalog: C[],
  question: string,
): { categories: C[]; hits: number } {
  const words = question.toLowerCase().split(/\s+/).filter(Boolean);
  const those = (fits: (type: C["types"][number], category: C) => boolean) =>
    catalog
      .map(category => ({ ...category, types: category.types.filter(type => fits(type, category)) }))
      .filter(({ types }) => types.length > 0);
  const found = those((type, category) => {
    const text = `${type.name} ${type.description} ${type.keywords} ${category.name}`.toLowerCase();
    return words.every(word => text.includes(word));
  });
  const hits = found.reduce((sum, { types }) => sum + types.length, 0);
  return { categories: hits > 0 ? found : those(({ isFallback }) => isFallback), hits };
}
