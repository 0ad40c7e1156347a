import "server-only";
import { z } from "zod";
import { db, type Tx } from "../db";
import { perProcess } from "../process/per-process";
import { type Audience, type CatalogReader, isOfferedTo } from "./audience";
import { type Field, formDefinition } from "./fields";
import { forCustomers } from "./for-agents";
import { keepPart, readCatalogVersion } from "./kept";
import { audienceColumns, audienceOf, inUse, offered } from "./offered";

type TypeCard = {
  slug: string;
  name: string;
  description: string;
  icon: string;
  keywords: string;
  isFallback: boolean;
};
export type CatalogCategory = { slug: string; name: string; description: string; types: TypeCard[] };

/**
 * What this reader can choose from; all of it if whom it is for is still to be said. Servers keep the whole, and apply
 * who sees it afterwards.
 */
export async function readCatalog(
  reader: CatalogReader | null,
  version?: string,
): Promise<CatalogCategory[]> {
  const whole = await keepPart(version ?? (await readCatalogVersion()), "categories", readWhole);
  return whole
    .map(({ types, ...category }) => ({
      ...category,
      types: types.filter(({ seen }) => !reader || isOfferedTo(reader, seen)).map(({ card }) => card),
    }))
    .filter(({ types }) => types.length > 0);
}

async function readWhole() {
  const categories = await db().category.findMany({
    where: { archivedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      slug: true,
      name: true,
      description: true,
      types: {
        where: inUse,
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: {
          ...{ slug: true, name: true, description: true, icon: true, keywords: true, isFallback: true },
          ...audienceColumns,
        },
      },
    },
  });
  return categories.map(({ types, ...category }) => ({
    ...category,
    types: types.map(({ audience, organisations, ...card }) => ({
      card,
      seen: audienceOf({ audience, organisations }),
    })),
  }));
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
): Promise<RequestForm | null> {
  const form = await readForm(slug, version);
  return form && isOfferedTo(reader, form.seen) ? form : null;
}

/** The newest form of a published type, without asking who may see that; null if there is none. */
export async function readForm(slug: string, version?: string): Promise<RequestForm | null> {
  return keepPart(version ?? (await readCatalogVersion()), `form ${slug}`, () => readNewestForm(slug));
}

async function readNewestForm(slug: string): Promise<RequestForm | null> {
  const type = await db().requestType.findFirst({
    where: { slug, ...offered },
    select: {
      slug: true,
      name: true,
      description: true,
      icon: true,
      category: { select: { name: true } },
      ...audienceColumns,
      forms: { orderBy: { version: "desc" }, take: 1, select: { id: true, fields: true } },
    },
  });
  const form = type?.forms[0];
  if (!type || !form) return null;
  return {
    formVersionId: form.id,
    slug: type.slug,
    name: type.name,
    description: type.description,
    icon: type.icon,
    categoryName: type.category.name,
    fields: fieldsOf(form),
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

/** What customers are asked by a form version, cached; null if there is none. */
export async function readFormVersion(id: string, tx: Tx = db()): Promise<Field[] | null> {
  const known = versions().get(id);
  if (known) return known;
  const whole = await readWholeForm(id, tx);
  return whole && keep(versions(), id, forCustomers(whole));
}

/** The same with what only agents are asked, below it. Not for what customers are given. */
export async function readWholeForm(id: string, tx: Tx = db()): Promise<Field[] | null> {
  const known = wholes().get(id);
  if (known) return known;
  if (!z.uuid().safeParse(id).success) return null;
  const form = await tx.formVersion.findUnique({
    where: { id },
    select: { id: true, fields: true, agentFields: true },
  });
  return form && wholeFormOf(form);
}

/** What customers are asked, as stored, which is parsed once. */
export const fieldsOf = ({ id, fields }: Stored): Field[] =>
  versions().get(id) ?? keep(versions(), id, formDefinition.parse(fields) as Field[]);

/** The whole form, as stored. */
export function wholeFormOf(form: StoredWhole): Field[] {
  const known = wholes().get(form.id);
  if (known) return known;
  const fields = fieldsOf(form);
  // Conditions of the one look at answers to the other.
  const whole = formDefinition.parse([...fields, ...(form.agentFields as Field[])]) as Field[];
  return keep(wholes(), form.id, whole);
}
