import "server-only";
import type { PersonActor } from "../actor";
import { db } from "../db";
import type { Status, TypeAudience } from "../generated/enums";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";
import type { Field } from "./fields";
import { wholeFormOf } from "./queries";

export type ListedType = {
  slug: string;
  name: string;
  icon: string;
  isFallback: boolean;
  isPublished: boolean;
  isArchived: boolean;
  /** Whether its form has a draft that has not been published. */
  hasFormDraft: boolean;
  audience: TypeAudience;
  teamName: string | null;
};
export type ListedCategory = { slug: string; name: string; isArchived: boolean; types: ListedType[] };

/** All of it in its order. @throws Refusal not_found for anybody who is no admin */
export async function listCatalog(actor: PersonActor): Promise<ListedCategory[]> {
  onlyAdmins(actor);
  // A few hundred rows; request_types_categoryId_position_idx.
  return db().$queryRaw<ListedCategory[]>`
    select c.slug, c.name, c."archivedAt" is not null as "isArchived", (
      select coalesce(json_agg(json_build_object(
        'slug', t.slug, 'name', t.name, 'icon', t.icon, 'isFallback', t."isFallback",
        'isPublished', t."publishedAt" is not null, 'isArchived', t."archivedAt" is not null,
        'hasFormDraft', exists (select from form_drafts d where d."typeId" = t.id),
        'audience', t.audience,
        'teamName', (select m.name from teams m where m.id = t."teamId")
      ) order by t.position, t.id), '[]')
      from request_types t where t."categoryId" = c.id
    ) as types
    from categories c order by c.position, c.id`;
}

/** @throws Refusal not_found (no admin, no such category) */
export async function readCategory(actor: PersonActor, slug: string) {
  onlyAdmins(actor);
  const category = await db().category.findUnique({
    where: { slug },
    select: { slug: true, name: true, description: true, version: true, archivedAt: true },
  });
  if (!category) throw notFound();
  const { archivedAt, ...rest } = category;
  return { ...rest, isArchived: archivedAt !== null };
}

type TypeRow = Omit<TypePage, "fields"> & { fields: unknown; agentFields: unknown };

export type TypePage = {
  slug: string;
  name: string;
  description: string;
  icon: string;
  keywords: string;
  version: number;
  isFallback: boolean;
  isPublished: boolean;
  isArchived: boolean;
  category: { slug: string; name: string; isArchived: boolean };
  team: string | null;
  audience: TypeAudience;
  /** Their names, or slugs where several have the name. */
  organisations: string[];
  /** What customers read instead of the usual words. */
  statuses: Partial<Record<Status, string>>;
  formVersionId: string;
  formVersion: number;
  /** What customers are asked, and below it what only agents are. */
  fields: Field[];
  /** Whether there is one that has not been published. */
  hasFormDraft: boolean;
  priorityRule: { field: string; priorities: Record<string, string> } | null;
};

/** A type with its newest form. @throws Refusal not_found (no admin, no such type) */
export async function readType(actor: PersonActor, slug: string): Promise<TypePage> {
  onlyAdmins(actor);
  // Indexes request_types_slug_key, form_versions_typeId_version_key, organisations_by_name.
  const [row] = await db().$queryRaw<TypeRow[]>`
    select t.slug, t.name, t.description, t.icon, t.keywords, t.version, t."isFallback",
      t."publishedAt" is not null as "isPublished", t."archivedAt" is not null as "isArchived",
      (select json_build_object('slug', c.slug, 'name', c.name, 'isArchived', c."archivedAt" is not null)
        from categories c where c.id = t."categoryId") as category,
      (select m.slug from teams m where m.id = t."teamId") as team,
      (select coalesce(json_object_agg(s.status, s.name), '{}') from type_statuses s where s."typeId" = t.id)
        as statuses,
      t.audience::text, array(
        select case when (
            select count(*) from organisations other
            where lower(other.name) = lower(o.name) and other."archivedAt" is null
          ) > 1 then o.slug else o.name end
        from type_organisations x
        cross join lateral (select * from organisations where id = x."organisationId" offset 0) o
        where x."typeId" = t.id order by o.position, o.id
      ) as organisations,
      f.id as "formVersionId", f.version as "formVersion", f.fields, f."agentFields", f."priorityRule",
      exists (select from form_drafts d where d."typeId" = t.id) as "hasFormDraft"
    from request_types t
    cross join lateral (
      select * from form_versions v where v."typeId" = t.id order by v.version desc limit 1
    ) f
    where t.slug = ${slug}`;
  if (!row) throw notFound();
  const { agentFields, ...rest } = row;
  return { ...rest, fields: wholeFormOf({ id: row.formVersionId, fields: row.fields, agentFields }) };
}
