import "server-only";
import { type Act, record, recordChanges } from "../events/act";
import { refuse } from "../refusal";
import { requireOther } from "./desk-language";
import { languagesOf } from "./field-texts";
import type { Field } from "./fields";
import {
  type AddTypeInput,
  type ArchiveInput,
  catalogLimits,
  type DescribeTypeInput,
  type PublishTypeInput,
  type TypeInput,
} from "./input";
import { isInUse, loadType, lockCatalog } from "./load";
import { asStored, requireFit } from "./new-form";
import type { PriorityRule } from "./priority-rule";
import { readStatuses } from "./statuses";
import { isNamed, textsOfType } from "./texts";
import { named, type Translations, tidyTranslations, translationsOf } from "./translations";
import { changedSince, changesOf, ownSlug } from "./words";

/** What a new type says of itself besides its name. */
const unsaid = { description: "", icon: "file-text", keywords: "" } as const;

/**
 * Adds a draft behind the others of its category, whose form asks for a summary and one more thing; returns its slug.
 * @param question what that is
 * @throws Refusal not_found (no admin), invalid (name taken, too many), conflict (no such category in use)
 */
export function addType(
  act: Act,
  { question, ...input }: AddTypeInput & { question: string },
): Promise<string> {
  const fields: Field[] = [{ key: "details", kind: "long_text", label: question, required: true }];
  return addWholeType(act, { ...input, ...unsaid, fields, rule: null, isPublished: false });
}

type WholeType = AddTypeInput &
  Omit<DescribeTypeInput, "slug" | "version"> & {
    slug?: string;
    fields: Field[];
    rule: PriorityRule | null;
    isPublished: boolean;
    translations?: Translations;
  };

/** As `addType`, with all that it says and asks, and published if it is to be. @throws Refusal as that, invalid (slug taken) */
export async function addWholeType(
  act: Act,
  { category: categorySlug, slug: given, fields, rule, isPublished, translations: said, ...words }: WholeType,
): Promise<string> {
  const { name } = words;
  const { categories, types } = await lockCatalog(act);
  const category = categories.find(one => one.slug === categorySlug && one.archivedAt === null);
  if (!category) throw refuse("category.gone", {}, { field: "category" });
  const max = catalogLimits.types;
  if (types.length >= max) throw refuse("type.too_many", { max }, { field: "name" });
  const translations = tidyTranslations(said ?? {}, textsOfType(words));
  if (isNamed(types, { name, translations })) throw refuse("type.name_taken", { name }, { field: "name" });
  const slug = ownSlug(name, "type", types, given);
  const others = types.filter(({ categoryId }) => categoryId === category.id);
  const position = 1 + Math.max(-1, ...others.map(other => other.position));
  await requireFit(act.tx, fields, {});
  await requireOther(act, ...Object.keys(translations), ...languagesOf(fields));
  const { id } = await act.tx.requestType.create({
    data: {
      ...{
        ...words,
        translations,
        slug,
        position,
        categoryId: category.id,
        publishedAt: isPublished ? act.at : null,
      },
      forms: {
        create: { version: 1, ...asStored(fields), createdAt: act.at, ...(rule && { priorityRule: rule }) },
      },
    },
    select: { id: true },
  });
  const changes = changesOf({ name: "", ...unsaid }, { ...words, ...named(translations) });
  await recordChanges(act, "type_added", changes, {}, { typeId: id, categoryId: category.id });
  if (isPublished) await record(act, "type_published", { typeId: id }, {});
  return slug;
}

/** Its slug stays. @throws Refusal not_found, invalid (name taken), conflict (changed since) */
export async function describeType(act: Act, { slug, version, ...wanted }: DescribeTypeInput): Promise<void> {
  const { type, types } = await loadType(act, slug);
  const { id, name, description, icon, keywords } = type;
  const present = { name, description, icon, keywords };
  const changes = changesOf(present, wanted);
  if (changes.length === 0) return;
  if (version !== type.version) throw changedSince("type.changed", present, wanted, type.version);
  const others = types.filter(other => other.id !== id);
  const statuses = await readStatuses(act, id);
  const translations = tidyTranslations(translationsOf(type.translations), textsOfType(wanted, statuses));
  const { name: newName } = wanted;
  if (isNamed(others, { name: newName, translations }))
    throw refuse("type.name_taken", { name: newName }, { field: "name" });
  await act.tx.requestType.updateMany({
    where: { id },
    data: { ...wanted, translations, version: { increment: 1 } },
  });
  await recordChanges(act, "type_changed", changes, {}, { typeId: id });
}

/** From then on it is offered. @throws Refusal not_found, conflict (changed since whoever does it has read it) */
export async function publishType(act: Act, { slug, version }: PublishTypeInput): Promise<void> {
  const { type } = await loadType(act, slug);
  if (type.publishedAt !== null) return;
  if (version !== type.version) throw refuse("type.changed", {}, { corrections: { version: type.version } });
  await act.tx.requestType.updateMany({ where: { id: type.id }, data: { publishedAt: act.at } });
  await record(act, "type_published", { typeId: type.id }, {});
}

/** Nothing more is raised of it, and what there is stays as it is. @throws Refusal not_found, conflict (the fallback) */
export async function archiveType(act: Act, { slug, isArchived }: ArchiveInput): Promise<void> {
  const { type } = await loadType(act, slug);
  if (isArchived === (type.archivedAt !== null)) return;
  if (isArchived && type.isFallback) throw refuse("type.is_fallback");
  await act.tx.requestType.updateMany({
    where: { id: type.id },
    data: { archivedAt: isArchived ? act.at : null },
  });
  await record(act, isArchived ? "type_archived" : "type_restored", { typeId: type.id }, {});
}

/** Offers it when nothing else fits. @throws Refusal not_found, conflict (not offered to everyone) */
export async function chooseFallback(act: Act, { slug }: TypeInput): Promise<void> {
  const { type, category, types } = await loadType(act, slug);
  if (type.isFallback) return;
  if (!isInUse(type, category) || type.audience !== "everyone") throw refuse("type.not_offered");
  const before = types.find(({ isFallback }) => isFallback);
  await act.tx.requestType.updateMany({ where: { isFallback: true }, data: { isFallback: false } });
  await act.tx.requestType.updateMany({ where: { id: type.id }, data: { isFallback: true } });
  await record(act, "fallback_chosen", { fromTypeId: before?.id ?? null, toTypeId: type.id }, {});
}
