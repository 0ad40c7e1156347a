import "server-only";
import type { PersonActor } from "../actor";
import { db, Prisma, type Tx } from "../db";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";
import type { Field, FieldKind } from "./fields";
import { draftFields } from "./form-input";
import { carryRule, ruleOf } from "./priority-rule";
import { fieldsOf } from "./queries";

type FormDraft = { version: number; basedOn: number; updatedAt: Date; fields: Field[] };

export type FormPage = {
  slug: string;
  name: string;
  description: string;
  categoryName: string;
  formVersionId: string;
  formVersion: number;
  /** What customers are asked now. */
  published: Field[];
  draft: FormDraft | null;
  /** The keys of all its questions so far, with the kinds that they had last. */
  used: Record<string, FieldKind>;
  /** Whether publishing the draft takes something from the rule of priority. */
  lessensRule: boolean;
};

type Row = Omit<FormPage, "published" | "draft" | "lessensRule"> & {
  fields: unknown;
  priorityRule: unknown;
  draft: (Omit<FormDraft, "fields" | "updatedAt"> & { fields: unknown; updatedAt: string }) | null;
};

/** The form of a type with its draft. @throws Refusal not_found (no admin, no such type) */
export async function readFormPage(actor: PersonActor, slug: string): Promise<FormPage> {
  onlyAdmins(actor);
  // Indexes request_types_slug_key, form_versions_typeId_version_key, form_drafts_pkey.
  const [row] = await db().$queryRaw<Row[]>`
    select t.slug, t.name, t.description,
      (select c.name from categories c where c.id = t."categoryId") as "categoryName",
      f.id as "formVersionId", f.version as "formVersion", f.fields, f."priorityRule",
      (select json_build_object(
          'version', d.version, 'basedOn', d."basedOn", 'updatedAt', d."updatedAt", 'fields', d.fields
        ) from form_drafts d where d."typeId" = t.id) as draft,
      (select coalesce(json_object_agg(u.key, u.kind), '{}') from (${usedKinds(Prisma.sql`t.id`)}) u) as used
    from request_types t
    cross join lateral (
      select * from form_versions v where v."typeId" = t.id order by v.version desc limit 1
    ) f
    where t.slug = ${slug}`;
  if (!row) throw notFound();
  const { fields, draft, priorityRule, ...rest } = row;
  const drafted = draft && {
    ...draft,
    updatedAt: new Date(draft.updatedAt),
    fields: draftFields.parse(draft.fields),
  };
  const published = fieldsOf({ id: row.formVersionId, fields });
  const { isLessened } = carryRule(drafted?.fields ?? published, ruleOf(priorityRule));
  return { ...rest, published, draft: drafted, lessensRule: isLessened };
}

/** The keys that versions of the form have had, with the kinds that they had last. */
export async function readUsedKinds(tx: Tx, typeId: string): Promise<Record<string, FieldKind>> {
  const rows = await tx.$queryRaw<{ key: string; kind: FieldKind }[]>(usedKinds(Prisma.sql`${typeId}::uuid`));
  return Object.fromEntries(rows.map(({ key, kind }) => [key, kind]));
}

const usedKinds = (typeId: Prisma.Sql) => Prisma.sql`
  select distinct on (q->>'key') q->>'key' as key, q->>'kind' as kind
  from form_versions v cross join jsonb_array_elements(v.fields) q
  where v."typeId" = ${typeId} order by q->>'key', v.version desc`;
