import "server-only";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import type { MoveCategoryInput, MoveTypeInput } from "./input";
import { loadCategory, loadType } from "./load";

/**
 * Puts a type before another of a category, or behind all of them. It names its neighbour and no number, so that moves at
 * the same moment add up.
 * @throws Refusal not_found, conflict (the category is archived; the neighbour is elsewhere by now)
 */
export async function moveType(act: Act, { slug, category: to, before }: MoveTypeInput): Promise<void> {
  if (before === slug) return;
  const { type, types, categories } = await loadType(act, slug);
  const category = categories.find(one => one.slug === to && one.archivedAt === null);
  if (!category) throw refuse("category.gone");
  const others = types.filter(other => other.categoryId === category.id && other.id !== type.id);
  const place = placeBefore(others, before);
  if (place < 0) throw refuse("type.moved");
  const from = types.filter(other => other.categoryId === type.categoryId).indexOf(type);
  if (category.id === type.categoryId && place === from) return;
  const ids = others.toSpliced(place, 0, type).map(({ id }) => id);
  await act.tx.$executeRaw`
    update request_types t set position = n.place - 1, "categoryId" = ${category.id}::uuid
    from unnest(${ids}::uuid[]) with ordinality n(id, place)
    where t.id = n.id and (t.position <> n.place - 1 or t."categoryId" <> ${category.id}::uuid)`;
  const categoriesOf = { fromCategoryId: type.categoryId, toCategoryId: category.id };
  await record(act, "type_moved", { typeId: type.id, ...categoriesOf, from, to: place }, {});
}

/** As for a type. @throws Refusal not_found, conflict (there is no such neighbour) */
export async function moveCategory(act: Act, { slug, before }: MoveCategoryInput): Promise<void> {
  if (before === slug) return;
  const { category, categories } = await loadCategory(act, slug);
  const others = categories.filter(other => other.id !== category.id);
  const to = placeBefore(others, before);
  if (to < 0) throw refuse("category.moved");
  const from = categories.indexOf(category);
  if (from === to) return;
  const ids = others.toSpliced(to, 0, category).map(({ id }) => id);
  await act.tx.$executeRaw`
    update categories c set position = n.place - 1
    from unnest(${ids}::uuid[]) with ordinality n(id, place)
    where c.id = n.id and c.position <> n.place - 1`;
  await record(act, "category_moved", { categoryId: category.id, from, to }, {});
}

const placeBefore = (others: { slug: string }[], before: string | null): number =>
  before === null ? others.length : others.findIndex(({ slug }) => slug === before);
