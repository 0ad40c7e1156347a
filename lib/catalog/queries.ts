import "server-only";
import { z } from "zod";
import { db, type Tx } from "../db";
import { languages, spokenLanguage } from "../messages/languages";
import { perProcess } from "../process/per-process";
import { type Audience, type CatalogReader, isOfferedTo } from "./audience";
import { fieldsIn } from "./field-texts";
import { type Field, formDefinition } from "./fields";
import { hasWords, searchedIn } from "./find";
import { keepPart, readCatalogVersion } from "./kept";
import { knownLists, readLists, withListsIn } from "./kept-lists";
import { audienceColumns, audienceOf, inUse, offered } from "./offered";
import { usesLists, withLists } from "./shared-lists";
import { textsOfCategory } from "./texts";
import { inLanguage, translationsOf } from "./translations";

type TypeCard = {
  slug: string;
  name: string;
  description: string;
  icon: string;
  keywords: string;
  isFallback: boolean;
};
export type CatalogCategory = { slug: string; name: string; description: string; types: TypeCard[] };

/** Of what servers keep once for each language. Nobody in particular reads the desk's. */
const partIn = (tag: string | undefined): string => (tag === undefined ? "" : spokenLanguage(tag));

/**
 * What this reader can choose from; all of it if whom it is for is still to be said. Servers keep the whole, and apply
 * who sees it afterwards.
 * @param language a tag; without one, as the desk says it
 */
export async function readCatalog(
  reader: CatalogReader | null,
  version?: string,
  language?: string,
): Promise<CatalogCategory[]> {
  const whole = await readWholeIn(language, version);
  return whole
    .map(({ types, ...category }) => ({
      ...category,
      types: types.filter(({ seen }) => !reader || isOfferedTo(reader, seen)).map(({ card }) => card),
    }))
    .filter(({ types }) => types.length > 0);
}

/** The slugs of what is offered to this reader and has all of the words in its texts of any language. */
export async function findInLanguages(
  reader: CatalogReader,
  words: string,
  version?: string,
): Promise<string[]> {
  const present = version ?? (await readCatalogVersion());
  const texts = await keepPart(present, "texts", () => readTexts(present));
  return texts.flatMap(({ slug, seen, text }) =>
    isOfferedTo(reader, seen) && hasWords(text, words) ? [slug] : [],
  );
}

async function readTexts(version: string): Promise<{ slug: string; seen: Audience; text: string }[]> {
  const all = await Promise.all(languages.map(language => readWholeIn(language, version)));
  const textOf = new Map<string, string>();
  for (const { types, ...category } of all.flat())
    for (const { card } of types)
      textOf.set(card.slug, `${textOf.get(card.slug) ?? ""} ${searchedIn(card, category)}`);
  return (all[0] ?? []).flatMap(({ types }) =>
    types.map(({ card: { slug }, seen }) => ({ slug, seen, text: textOf.get(slug) ?? "" })),
  );
}

async function readWholeIn(tag: string | undefined, version: string | undefined) {
  const language = partIn(tag);
  return keepPart(version ?? (await readCatalogVersion()), `categories ${language}`, () =>
    readWhole(language),
  );
}

async function readWhole(language: string) {
  const categories = await db().category.findMany({
    where: { archivedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      slug: true,
      name: true,
      description: true,
      translations: true,
      types: {
        where: inUse,
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: {
          ...{ slug: true, name: true, description: true, icon: true, keywords: true, isFallback: true },
          translations: true,
          ...audienceColumns,
        },
      },
    },
  });
  return categories.map(({ slug, types, translations: ofCategory, ...category }) => ({
    slug,
    ...inLanguage(textsOfCategory(category), translationsOf(ofCategory), language),
    types: types.map(({ audience, organisations, translations, ...card }) => ({
      card: { ...card, ...cardTexts(card, translations, language) },
      seen: audienceOf({ audience, organisations }),
    })),
  }));
}

function cardTexts(
  { name, description, keywords }: Pick<TypeCard, "name" | "description" | "keywords">,
  stored: unknown,
  language: string,
) {
  const own = inLanguage({ name, description, keywords }, translationsOf(stored), language);
  return { name: own.name, description: own.description, keywords: own.keywords };
}

export type RequestForm = {
  formVersionId: string;
  slug: string;
  name: string;
  description: string;
  icon: string;
  categoryName: string;
  fields: Field[];
  seen: Audience;
};

/** The newest form of a type that this reader can raise requests of; null if there is none. */
export async function readFormFor(
  reader: CatalogReader,
  slug: string,
  version?: string,
  language?: string,
): Promise<RequestForm | null> {
  const form = await readForm(slug, version, language);
  return form && isOfferedTo(reader, form.seen) ? form : null;
}

/** The newest form of a published type, without asking who may see that; null if there is none. */
export async function readForm(slug: string, version?: string, tag?: string): Promise<RequestForm | null> {
  const language = partIn(tag);
  const present = version ?? (await readCatalogVersion());
  return keepPart(present, `form ${slug} ${language}`, () => readNewestForm(slug, language, present));
}

async function readNewestForm(slug: string, language: string, version: string): Promise<RequestForm | null> {
  const type = await db().requestType.findFirst({
    where: { slug, ...offered },
    select: {
      slug: true,
      name: true,
      description: true,
      icon: true,
      translations: true,
      category: { select: { name: true, translations: true } },
      ...audienceColumns,
      forms: { orderBy: { version: "desc" }, take: 1, select: { id: true, fields: true } },
    },
  });
  const form = type?.forms[0];
  if (!type || !form) return null;
  const { name, description } = type;
  const own = inLanguage({ name, description }, translationsOf(type.translations), language);
  const ofCategory = translationsOf(type.category.translations);
  const category = inLanguage({ name: type.category.name }, ofCategory, language);
  return {
    formVersionId: form.id,
    slug: type.slug,
    name: own.name,
    description: own.description,
    icon: type.icon,
    categoryName: category.name,
    fields: fieldsIn(withLists(storedFieldsOf(form), await readLists(version)), language),
    seen: audienceOf(type),
  };
}

// A form version never changes; the bound limits memory.
const maxVersions = 500;
const versions = () => perProcess("form versions", () => new Map<string, Field[]>());
const wholes = () => perProcess("whole forms", () => new Map<string, Field[]>());

function keep(kept: Map<string, Field[]>, id: string, fields: Field[]): Field[] {
  if (kept.size >= maxVersions) kept.clear();
  kept.set(id, fields);
  return fields;
}

type Stored = { id: string; fields: unknown };
type StoredWhole = Stored & { agentFields: unknown };

/**
 * What customers are asked by a form version, cached; null if there is none.
 * @param tx of an act, which has shared lists as they are in it
 */
export async function readFormVersion(id: string, tx?: Tx): Promise<Field[] | null> {
  const stored = versions().get(id) ?? (await readStoredForm(id, tx))?.fields;
  return stored ? listed(stored, tx) : null;
}

/** The same with what only agents are asked, below it. Not for what customers are given. */
export async function readWholeForm(id: string, tx?: Tx): Promise<Field[] | null> {
  const stored = wholes().get(id) ?? (await readStoredForm(id, tx))?.whole;
  return stored ? listed(stored, tx) : null;
}

/** Whose answers come in, and are checked by what can be chosen now. */
export async function readSentForm(id: string, isWhole = false): Promise<Field[] | null> {
  const fields = await (isWhole ? readWholeForm(id) : readFormVersion(id));
  return fields && usesLists(fields) ? withLists(fields, await readLists()) : fields;
}

async function readStoredForm(id: string, tx: Tx = db()) {
  if (!z.uuid().safeParse(id).success) return null;
  const form = await tx.formVersion.findUnique({
    where: { id },
    select: { id: true, fields: true, agentFields: true },
  });
  return form && { fields: storedFieldsOf(form), whole: storedFormOf(form) };
}

const listed = (fields: Field[], tx: Tx | undefined): Promise<Field[]> | Field[] =>
  tx ? withListsIn(tx, fields) : withLists(fields, knownLists());

/** What customers are asked, with what its lists offer. */
export const fieldsOf = (form: Stored): Field[] => withLists(storedFieldsOf(form), knownLists());

/** The whole form, with what its lists offer. */
export const wholeFormOf = (form: StoredWhole): Field[] => withLists(storedFormOf(form), knownLists());

/** What customers are asked, as stored, which is parsed once. */
const storedFieldsOf = ({ id, fields }: Stored): Field[] =>
  versions().get(id) ?? keep(versions(), id, formDefinition.parse(fields) as Field[]);

/** The whole form, as stored: it names the lists that it uses. */
export function storedFormOf(form: StoredWhole): Field[] {
  const known = wholes().get(form.id);
  if (known) return known;
  const fields = storedFieldsOf(form);
  // Conditions of the one look at answers to the other.
  const whole = formDefinition.parse([...fields, ...(form.agentFields as Field[])]) as Field[];
  return keep(wholes(), form.id, whole);
}
