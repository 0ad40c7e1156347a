import "server-only";
import type { PersonActor } from "../actor";
import { db, Prisma, type Tx } from "../db";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";
import type { Field } from "./fields";
import { draftFields } from "./form-input";
import type { Used } from "./form-unfitness";
import { carryRule, ruleOf } from "./priority-rule";
import { storedFormOf } from "./queries";
import { type SharedLists, withLists } from "./shared-lists";

type FormDraft = { version: number; basedOn: number; updatedAt: Date; fields: Field[] };

export type FormPage = {
  slug: string;
  name: string;
  description: string;
  categoryName: string;
  formVersionId: string;
  formVersion: number;
  /** Whether customers are offered the type; until then no version of its form is seen by them. */
  isPublished: boolean;
  /** What customers and agents are asked now. As the draft, it names the lists that it uses. */
  published: Field[];
  draft: FormDraft | null;
  /** Of all its questions so far. */
  used: Used;
  /** All that there are. */
  lists: SharedLists;
  /** Whether publishing the draft takes something from the rule of priority. */
  lessensRule: boolean;
};

type Row = Omit<FormPage, "published" | "draft" | "lessensRule"> & {
  fields: unknown;
  agentFields: unknown;
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
      f.id as "formVersionId", f.version as "formVersion",
      t."publishedAt" is not null as "isPublished", f.fields, f."agentFields", f."priorityRule",
      (select json_build_object(
          'version', d.version, 'basedOn', d."basedOn", 'updatedAt', d."updatedAt", 'fields', d.fields
        ) from form_drafts d where d."typeId" = t.id) as draft,
      (select coalesce(json_object_agg(l.slug, json_build_object(
          'name', l.name, 'options', l.entries, 'isArchived', l."archivedAt" is not null
        ) order by l.position, l.id), '{}') from choice_lists l) as lists,
      (select coalesce(json_object_agg(u.key, ${useSql}), '{}') from (${usedSql(Prisma.sql`t.id`)}) u) as used
    from request_types t
    cross join lateral (
      select * from form_versions v where v."typeId" = t.id order by v.version desc limit 1
    ) f
    where t.slug = ${slug}`;
  if (!row) throw notFound();
  const { fields, agentFields, draft, priorityRule, ...rest } = row;
  const drafted = draft && {
    ...draft,
    updatedAt: new Date(draft.updatedAt),
    fields: draftFields.parse(draft.fields),
  };
  const published = storedFormOf({ id: row.formVersionId, fields, agentFields });
  const { isLessened } = carryRule(withLists(drafted?.fields ?? published, row.lists), ruleOf(priorityRule));
  return { ...rest, published, draft: drafted, lessensRule: isLessened };
}

/** As `Used` has it, of all versions of the form. */
export async function readUsed(tx: Tx, typeId: string): Promise<Used> {
  const rows = await tx.$queryRaw<{ key: string; use: Used[string] }[]>`
    select u.key, ${useSql} as use from (${usedSql(Prisma.sql`${typeId}::uuid`)}) u`;
  return Object.fromEntries(rows.map(({ key, use }) => [key, use]));
}

const useSql = Prisma.sql`json_build_object('kind', u.kind, 'agentsOnly', u."agentsOnly")`;

/** With the kinds that they had last. */
const usedSql = (typeId: Prisma.Sql) => Prisma.sql`
  select distinct on (q->>'key') q->>'key' as key, q->>'kind' as kind,
    coalesce((q->>'agentsOnly')::boolean, false) as "agentsOnly"
  from form_versions v cross join jsonb_array_elements(v.fields || v."agentFields") q
  where v."typeId" = ${typeId} order by q->>'key', v.version desc`;
