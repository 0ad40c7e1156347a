import "server-only";
import { type Act, record, recordChanges } from "../events/act";
import { refuse } from "../refusal";
import { requireOther } from "./desk-language";
import { type AddCategoryInput, type ArchiveInput, catalogLimits, type DescribeCategoryInput } from "./input";
import { loadCategory, lockCatalog } from "./load";
import { isNamed, textsOfCategory } from "./texts";
import { named, type Translations, tidyTranslations, translationsOf } from "./translations";
import { changedSince, changesOf, ownSlug } from "./words";

/**
 * Adds a category behind the others; returns its slug, which is made of its name unless it is given.
 * @throws Refusal not_found (no admin), invalid (name or slug taken, too many)
 */
export async function addCategory(
  act: Act,
  { name, description, translations: said = {} }: AddCategoryInput & { translations?: Translations },
  given?: string,
): Promise<string> {
  const { categories } = await lockCatalog(act);
  const max = catalogLimits.categories;
  if (categories.length >= max) throw refuse("category.too_many", { max }, { field: "name" });
  const translations = tidyTranslations(said, { name, description });
  await requireOther(act, ...Object.keys(translations));
  if (isNamed(categories, { name, translations }))
    throw refuse("category.name_taken", { name }, { field: "name" });
  const slug = ownSlug(name, "category", categories, given);
  const position = 1 + Math.max(-1, ...categories.map(other => other.position));
  const { id } = await act.tx.category.create({
    data: { slug, name, description, translations, position },
    select: { id: true },
  });
  const changes = changesOf({ name: "", description: "" }, { name, description, ...named(translations) });
  await recordChanges(act, "category_added", changes, {}, { categoryId: id });
  return slug;
}

/** Its slug stays. @throws Refusal not_found, invalid (name taken), conflict (changed since) */
export async function describeCategory(
  act: Act,
  { slug, version, name, description }: DescribeCategoryInput,
): Promise<void> {
  const { category, categories } = await loadCategory(act, slug);
  const [present, wanted] = [textsOfCategory(category), { name, description }];
  const changes = changesOf(present, wanted);
  if (changes.length === 0) return;
  if (version !== category.version) throw changedSince("category.changed", present, wanted, category.version);
  const others = categories.filter(({ id }) => id !== category.id);
  const translations = tidyTranslations(translationsOf(category.translations), wanted);
  if (isNamed(others, { name, translations }))
    throw refuse("category.name_taken", { name }, { field: "name" });
  await act.tx.category.updateMany({
    where: { id: category.id },
    data: { ...wanted, translations, version: { increment: 1 } },
  });
  await recordChanges(act, "category_changed", changes, {}, { categoryId: category.id });
}

/**
 * Nothing more is raised of the types of an archived one, and they are back when it is.
 * @throws Refusal not_found, conflict (it has what is offered when nothing else fits)
 */
export async function archiveCategory(act: Act, { slug, isArchived }: ArchiveInput): Promise<void> {
  const { category, types } = await loadCategory(act, slug);
  if (isArchived === (category.archivedAt !== null)) return;
  const fallback = types.find(type => type.categoryId === category.id && type.isFallback);
  if (isArchived && fallback) throw refuse("category.has_fallback", { type: fallback.name });
  await act.tx.category.updateMany({
    where: { id: category.id },
    data: { archivedAt: isArchived ? act.at : null },
  });
  await record(act, isArchived ? "category_archived" : "category_restored", { categoryId: category.id }, {});
}
