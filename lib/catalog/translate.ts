import "server-only";
import { type Act, recordChanges } from "../events/act";
import { refuse } from "../refusal";
import { requireOther } from "./desk-language";
import type { TranslateCategoryInput, TranslateTypeInput } from "./input";
import { loadCategory, loadType } from "./load";
import { readStatuses } from "./statuses";
import { isNamed, textsOfCategory, textsOfType } from "./texts";
import { type Texts, type Translations, tidyTranslations, translationsOf } from "./translations";
import { changedSince, changesOf } from "./words";

/** @throws Refusal not_found, invalid (name taken in that language), conflict (changed since; the desk's own language) */
export async function translateCategory(
  act: Act,
  { slug, version, language, words }: TranslateCategoryInput,
): Promise<void> {
  const { category, categories } = await loadCategory(act, slug);
  await requireOther(act, language);
  const told = translating(category.translations, textsOfCategory(category), language, words);
  if (told.changes.length === 0) return;
  if (version !== category.version) throw told.conflict("category.changed", category.version);
  const { id, name } = category;
  const others = categories.filter(other => other.id !== id);
  if (isNamed(others, { name, translations: told.translations }))
    throw refuse("category.name_taken", { name: words.name || name }, { field: "words.name" });
  await act.tx.category.updateMany({
    where: { id },
    data: { translations: told.translations, version: { increment: 1 } },
  });
  await recordChanges(act, "category_changed", told.changes, {}, { categoryId: id });
}

/** Its words for statuses, too. @throws Refusal as for a category */
export async function translateType(
  act: Act,
  { slug, version, language, words }: TranslateTypeInput,
): Promise<void> {
  const { type, types } = await loadType(act, slug);
  await requireOther(act, language);
  const texts = textsOfType(type, await readStatuses(act, type.id));
  const told = translating(type.translations, texts, language, words);
  if (told.changes.length === 0) return;
  if (version !== type.version) throw told.conflict("type.changed", type.version);
  const { id, name } = type;
  const others = types.filter(other => other.id !== id);
  if (isNamed(others, { name, translations: told.translations }))
    throw refuse("type.name_taken", { name: words.name || name }, { field: "words.name" });
  await act.tx.requestType.updateMany({
    where: { id },
    data: { translations: told.translations, version: { increment: 1 } },
  });
  await recordChanges(act, "type_changed", told.changes, {}, { typeId: id });
}

/** What becomes of it, and how that differs, by names such as `name.de`. */
function translating(stored: unknown, texts: Texts, language: string, words: Texts) {
  const before = translationsOf(stored);
  const translations: Translations = tidyTranslations({ ...before, [language]: words }, texts);
  const every = (of: Translations) =>
    Object.fromEntries(Object.keys(texts).map(key => [key, of[language]?.[key] ?? ""]));
  const [present, wanted] = [every(before), every(translations)];
  return {
    translations,
    changes: changesOf(present, wanted).map(change => ({ ...change, key: `${change.key}.${language}` })),
    conflict: (code: "category.changed" | "type.changed", version: number) =>
      changedSince(code, present, wanted, version, key => `words.${key}`),
  };
}
