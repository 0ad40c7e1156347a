import "server-only";
import { z } from "zod";
import { db, type Tx } from "../db";
import { perProcess } from "../process/per-process";
import { type Field, formDefinition } from "./fields";
import { keepPart, readCatalogVersion } from "./kept";

type TypeCard = {
  slug: string;
  name: string;
  description: string;
  icon: string;
  keywords: string;
  isFallback: boolean;
};
export type CatalogCategory = { slug: string; name: string; description: string; types: TypeCard[] };

export async function readCatalog(version?: string): Promise<CatalogCategory[]> {
  return keepPart(version ?? (await readCatalogVersion()), "categories", () =>
    db().category.findMany({
      orderBy: { position: "asc" },
      select: {
        slug: true,
        name: true,
        description: true,
        types: {
          orderBy: { position: "asc" },
          select: { slug: true, name: true, description: true, icon: true, keywords: true, isFallback: true },
        },
      },
    }),
  );
}

/** Every type by its name, for a list to choose from. */
export async function listTypes(version?: string): Promise<{ value: string; label: string }[]> {
  return keepPart(version ?? (await readCatalogVersion()), "types", async () => {
    const types = await db().requestType.findMany({
      orderBy: { name: "asc" },
      select: { slug: true, name: true },
    });
    return types.map(({ slug, name }) => ({ value: slug, label: name }));
  });
}

export type RequestForm = {
  formVersionId: string;
  slug: string;
  name: string;
  description: string;
  icon: string;
  categoryName: string;
  fields: Field[];
};

export async function readForm(slug: string, version?: string): Promise<RequestForm | null> {
  return keepPart(version ?? (await readCatalogVersion()), `form ${slug}`, () => readNewestForm(slug));
}

async function readNewestForm(slug: string): Promise<RequestForm | null> {
  const type = await db().requestType.findUnique({
    where: { slug },
    select: {
      slug: true,
      name: true,
      description: true,
      icon: true,
      category: { select: { name: true } },
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
  };
}

// A form version never changes; the bound limits memory.
const maxVersions = 500;
const versions = () => perProcess("form versions", () => new Map<string, Field[]>());

/** The fields of a form version, cached; null if there is none. */
export async function readFormVersion(id: string, tx: Tx = db()): Promise<Field[] | null> {
  const known = versions().get(id);
  if (known) return known;
  if (!z.uuid().safeParse(id).success) return null;
  const form = await tx.formVersion.findUnique({ where: { id }, select: { id: true, fields: true } });
  return form && fieldsOf(form);
}

/** The fields of a form version as stored, which are parsed once. */
export function fieldsOf({ id, fields: stored }: { id: string; fields: unknown }): Field[] {
  const known = versions().get(id);
  if (known) return known;
  const fields = formDefinition.parse(stored) as Field[];
  if (versions().size >= maxVersions) versions().clear();
  versions().set(id, fields);
  return fields;
}
