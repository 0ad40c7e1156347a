import "server-only";
import type { Option } from "../catalog/choices";
import { requireOther } from "../catalog/desk-language";
import { problemOfOptions } from "../catalog/form-problems";
import { isNamed } from "../catalog/texts";
import { type Translations, tidyTranslations, translationsOf } from "../catalog/translations";
import { ownSlug } from "../catalog/words";
import { type Act, record, recordChanges } from "../events/act";
import { type Message, message, notFound, refuse } from "../refusal";
import type {
  AddListInput,
  ArchiveListInput,
  ChangeListInput,
  ShiftListInput,
  TranslateListInput,
} from "./input";
import { listLimits } from "./limits";
import { loadList, lockLists, readUses, type StoredList } from "./load";
import { changesBetween, completed, type Said } from "./texts";

type Translated = { translations?: Translations };

/**
 * Adds a list behind the others; returns its slug, which is made of its name unless it is given.
 * @throws Refusal not_found (no admin), invalid (name or slug taken, too many, nothing to choose from)
 */
export async function addList(
  act: Act,
  { name, entries, translations = {} }: AddListInput & Translated,
  given?: string,
): Promise<string> {
  const lists = await lockLists(act);
  const max = listLimits.lists;
  if (lists.length >= max) throw refuse("choice_list.too_many", { max }, { field: "name" });
  const said = await fitting(act, lists, {
    ...{ name, entries: completed([], entries) },
    translations: tidyTranslations(translations, { name }),
  });
  const slug = ownSlug(name, "list", lists, given);
  const position = 1 + Math.max(-1, ...lists.map(other => other.position));
  const { id } = await act.tx.choiceList.create({ data: { slug, position, ...said }, select: { id: true } });
  const changes = changesBetween({ name: "", translations: {}, entries: [] }, said);
  await recordChanges(act, "choice_list_added", changes, {}, { listId: id });
  return slug;
}

/**
 * Its slug stays, and so do the keys of its entries: one that is left out is retired.
 * @throws Refusal not_found, invalid (name taken, nothing to choose from), conflict (changed since)
 */
export async function changeList(
  act: Act,
  { slug, version, name, entries, translations }: ChangeListInput & Translated,
): Promise<void> {
  const { list, lists } = await loadList(act, slug);
  const present = saidBy(list);
  await say(
    act,
    { list, lists, version },
    {
      ...{ name, entries: completed(present.entries, entries) },
      translations: tidyTranslations(translations ?? present.translations, { name }),
    },
  );
}

/** Says the list in another language than the desk's. @throws Refusal as `changeList`, conflict (the desk's own language) */
export async function translateList(
  act: Act,
  { slug, version, language, name, labels }: TranslateListInput,
): Promise<void> {
  const { list, lists } = await loadList(act, slug);
  await requireOther(act, language);
  const present = saidBy(list);
  const entries = present.entries.map(entry =>
    Object.hasOwn(labels, entry.value)
      ? { ...entry, translations: { ...entry.translations, [language]: labels[entry.value] ?? "" } }
      : entry,
  );
  const translations = tidyTranslations(
    { ...present.translations, [language]: { name } },
    { name: present.name },
  );
  const wanted = { ...present, translations, entries: completed([], entries) };
  await say(act, { list, lists, version, language }, wanted);
}

/** `language`: the only one that is said, where it is not the desk's. */
type Loaded = { list: StoredList; lists: StoredList[]; version: number; language?: string };

async function say(act: Act, { list, lists, version, language }: Loaded, wanted: Said): Promise<void> {
  const present = saidBy(list);
  const changes = changesBetween(present, wanted);
  if (changes.length === 0) return;
  if (version !== list.version) throw changedSince(present, wanted, list.version, language);
  const others = lists.filter(({ id }) => id !== list.id);
  const said = await fitting(act, others, wanted, language);
  await act.tx.choiceList.updateMany({
    where: { id: list.id },
    data: { ...said, version: { increment: 1 } },
  });
  await recordChanges(act, "choice_list_changed", changes, {}, { listId: list.id });
}

const saidBy = ({ name, translations, entries }: Omit<StoredList, "id">): Said => ({
  ...{ name, translations: translationsOf(translations), entries: entries as Option[] },
});

/** @throws Refusal invalid, conflict (a language is the desk's own) */
async function fitting(act: Act, others: StoredList[], said: Said, language?: string): Promise<Said> {
  const { name, translations, entries } = said;
  if (isNamed(others, { name, translations }))
    throw refuse("choice_list.name_taken", { name }, { field: "name" });
  const max = listLimits.entries;
  if (entries.length > max) throw refuse("choice_list.too_many_entries", { max }, { field: "entries" });
  const found = problemOfOptions({ options: entries });
  const entry = entries[Number(found?.path?.[0])]?.value;
  const at = { field: language === undefined || !entry ? "entries" : `labels.${entry}` };
  const problem = found?.said;
  switch (problem?.code) {
    case "form_builder.problem.no_options":
      throw refuse("choice_list.nothing_offered", {}, at);
    case "form_builder.problem.option_label":
      throw refuse("choice_list.label_missing", {}, at);
    case "form_builder.problem.option_twice":
    case "form_builder.problem.option_twice_translated":
      throw refuse("choice_list.label_twice", { label: String(problem.params?.label) }, at);
    case "form_builder.problem.value_twice":
      throw refuse("choice_list.key_twice", { key: String(problem.params?.value) }, at);
  }
  const spoken = entries.flatMap(entry => Object.keys(entry.translations ?? {}));
  await requireOther(act, ...Object.keys(translations), ...spoken);
  return said;
}

/** Says at each field what somebody else has made of it. Sent once more, the form replaces that. */
function changedSince(present: Said, wanted: Said, version: number, language?: string) {
  const told = (text: string | null): Message[] => {
    if (text === null) return [message("correction.emptied")];
    return [
      message("correction.changed", {
        present: text.length > 300 ? `${text.slice(0, 300).toWellFormed()}…` : text,
      }),
    ];
  };
  const offered = present.entries.filter(({ retired }) => !retired).map(({ label }) => label);
  const fields = changesBetween(present, wanted).map(({ key, before }): [string, Message[]] => {
    const [of, entry = ""] = key.split(".");
    if (of === "name") return ["name", told(before as string | null)];
    return language === undefined
      ? ["entries", told(offered.join(", "))]
      : [`labels.${entry}`, told(before as string | null)];
  });
  return refuse("choice_list.changed", {}, { fields: Object.fromEntries(fields), corrections: { version } });
}

/** No further question can use it. @throws Refusal not_found, conflict (forms use it) */
export async function archiveList(act: Act, { slug, isArchived }: ArchiveListInput): Promise<void> {
  const { list } = await loadList(act, slug);
  if (isArchived === (list.archivedAt !== null)) return;
  const uses = isArchived ? ((await readUses(act.tx)).get(slug) ?? []) : [];
  if (uses.length > 0)
    throw refuse("choice_list.in_use", {
      count: uses.length,
      forms: { names: uses.slice(0, 10).map(({ name }) => name) },
    });
  await act.tx.choiceList.updateMany({
    where: { id: list.id },
    data: { archivedAt: isArchived ? act.at : null },
  });
  await record(act, isArchived ? "choice_list_archived" : "choice_list_restored", { listId: list.id }, {});
}

/** Changes places with its neighbour in use; the first and the last stay. @throws Refusal not_found (archived, too) */
export async function shiftList(act: Act, { slug, to }: ShiftListInput): Promise<void> {
  const { list, lists } = await loadList(act, slug);
  if (list.archivedAt !== null) throw notFound();
  const shown = lists.filter(({ archivedAt }) => archivedAt === null);
  const place = shown.findIndex(({ id }) => id === list.id);
  const other = shown[to === "earlier" ? place - 1 : place + 1];
  if (!other) return;
  for (const [{ id }, { position }] of [[list, other] as const, [other, list] as const])
    await act.tx.choiceList.updateMany({ where: { id }, data: { position } });
  await record(act, "choice_list_shifted", { listId: list.id, to }, {});
}
