import "server-only";
import type { PersonActor } from "../actor";
import { db, Prisma } from "../db";
import type { TagColour } from "../generated/enums";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";

export type TagChoice = { slug: string; name: string; colour: TagColour };
export type ListedTag = TagChoice & { isArchived: boolean };

const shown = Prisma.sql`json_build_object('slug', t.slug, 'name', t.name, 'colour', t.colour)`;

/** Those of a request, archived ones too, as JSON. Index request_tags_pkey. */
export const tagsOfSql = (requestId: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  select coalesce(json_agg(${shown} order by t.position, t.id), '[]')
  from request_tags x join tags t on t.id = x."tagId" where x."requestId" = ${requestId})`;

/** All of them, because requests keep archived ones. */
export async function listTagChoices(): Promise<ListedTag[]> {
  const tags = await db().tag.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { slug: true, name: true, colour: true, archivedAt: true },
  });
  return tags.map(({ archivedAt, ...tag }) => ({ ...tag, isArchived: archivedAt !== null }));
}

/** Of how many requests each is, counted to a hundred. @throws Refusal not_found for anybody who is no admin */
export async function listTags(actor: PersonActor): Promise<(ListedTag & { requests: number })[]> {
  onlyAdmins(actor);
  // Index request_tags_of_tag.
  return db().$queryRaw`
    select t.slug, t.name, t.colour::text, t."archivedAt" is not null as "isArchived",
      (select count(*)::int from (select from request_tags x where x."tagId" = t.id limit 100) counted) as requests
    from tags t order by t.position, t.id`;
}

/** @throws Refusal not_found (no admin, no such tag) */
export async function readTag(actor: PersonActor, slug: string): Promise<ListedTag> {
  onlyAdmins(actor);
  const tag = await db().tag.findUnique({
    where: { slug },
    select: { slug: true, name: true, colour: true, archivedAt: true },
  });
  if (!tag) throw notFound();
  const { archivedAt, ...rest } = tag;
  return { ...rest, isArchived: archivedAt !== null };
}
