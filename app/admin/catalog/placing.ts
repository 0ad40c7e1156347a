import type { IconName } from "@/lib/icons";

export type ToldType = {
  slug: string;
  name: string;
  icon: IconName;
  /** What else is to be said of it, such as its team. */
  about: string;
  isDraft: boolean;
};
export type ToldCategory = { slug: string; name: string; types: ToldType[] };

/** Where something goes: before another, or behind all others of the category. */
export type Place = { category: string; before: string | null };
export type Move = { slug: string } & (
  | ({ kind: "type" } & Place)
  | { kind: "category"; before: string | null }
);
export type Way = "earlier" | "later";

/** The catalog after a move, as the desk is going to have it. */
export function placed(catalog: ToldCategory[], move: Move): ToldCategory[] {
  if (move.kind === "category") {
    const moved = catalog.find(({ slug }) => slug === move.slug);
    return moved ? insert(catalog, moved, move.before) : catalog;
  }
  const type = catalog.flatMap(({ types }) => types).find(({ slug }) => slug === move.slug);
  if (!type) return catalog;
  return catalog.map(category => {
    const types = category.types.filter(({ slug }) => slug !== move.slug);
    return { ...category, types: category.slug === move.category ? insert(types, type, move.before) : types };
  });
}

function insert<T extends { slug: string }>(list: T[], item: T, before: string | null): T[] {
  const others = list.filter(({ slug }) => slug !== item.slug);
  const at = before === null ? -1 : others.findIndex(({ slug }) => slug === before);
  return others.toSpliced(at < 0 ? others.length : at, 0, item);
}

/** One step up or down, on to the next category at the end of one; null at the ends of the catalog. */
export function step(catalog: ToldCategory[], slug: string, way: Way): Place | null {
  const at = catalog.findIndex(({ types }) => types.some(type => type.slug === slug));
  const category = catalog[at];
  if (!category) return null;
  const index = category.types.findIndex(type => type.slug === slug);
  const slugAt = (place: number) => category.types[place]?.slug ?? null;
  if (way === "earlier" && index > 0) return { category: category.slug, before: slugAt(index - 1) };
  if (way === "later" && index < category.types.length - 1)
    return { category: category.slug, before: slugAt(index + 2) };
  const next = catalog[way === "earlier" ? at - 1 : at + 1];
  if (!next) return null;
  return { category: next.slug, before: way === "earlier" ? null : (next.types[0]?.slug ?? null) };
}

/** The same for a category; undefined at the ends. */
export function stepOfCategory(catalog: ToldCategory[], slug: string, way: Way): string | null | undefined {
  const at = catalog.findIndex(category => category.slug === slug);
  if (way === "earlier") return catalog[at - 1]?.slug;
  return at < catalog.length - 1 ? (catalog[at + 2]?.slug ?? null) : undefined;
}

/** What is said of where a type stands. */
export function standing(catalog: ToldCategory[], slug: string) {
  for (const { name: category, types } of catalog) {
    const index = types.findIndex(type => type.slug === slug);
    const type = types[index];
    if (type) return { name: type.name, place: index + 1, total: types.length, category };
  }
  return null;
}
