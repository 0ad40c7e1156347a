import "server-only";
import { db, Prisma } from "../db";
import type { Act } from "../events/act";
import { refuse } from "../refusal";

/** An organisation that somebody belongs to. */
export type OwnOrganisation = { slug: string; name: string; isManager: boolean; isArchived: boolean };

/** Those of row `p` of people. Indexes: organisation_members_personId_idx, organisations_pkey. */
export const ownOrganisationsSql = Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'slug', o.slug, 'name', o.name, 'isManager', m."isManager", 'isArchived', o."archivedAt" is not null
  ) order by o.position, o.slug), '[]')
  from organisation_members m
  cross join lateral (select * from organisations where id = m."organisationId" offset 0) o
  where m."personId" = p.id)`;

/** Those that a request can be raised for. */
export const offeredOf = (own: readonly OwnOrganisation[]) => own.filter(({ isArchived }) => !isArchived);

/** Those that a request of this person can be raised for. */
export async function listOffered(personId: string): Promise<{ slug: string; name: string }[]> {
  const members = await db().organisationMember.findMany({
    where: { personId, organisation: { archivedAt: null } }, // index organisation_members_personId_idx
    select: { organisation: { select: { slug: true, name: true, position: true } } },
  });
  return members
    .map(({ organisation }) => organisation)
    .sort((one, other) => one.position - other.position || one.slug.localeCompare(other.slug));
}

/**
 * The organisation that a request of this person is raised for. `chosen` is its slug; null where the form offered none, and
 * without it the only one is meant.
 * @throws Refusal invalid (they belong to several and have not chosen), conflict (they belong to it no more)
 */
export async function organisationFor(
  { tx }: Act,
  personId: string,
  chosen: string | null | undefined,
): Promise<string | null> {
  const members = await tx.organisationMember.findMany({
    where: { personId, organisation: { archivedAt: null } },
    select: { organisation: { select: { id: true, slug: true } } },
  });
  const own = members.map(({ organisation }) => organisation);
  if (chosen) {
    const found = own.find(({ slug }) => slug === chosen);
    if (!found) throw refuse("organisation.left", {}, { field: "organisation" });
    return found.id;
  }
  if (own.length > 1) throw refuse("organisation.choose", {}, { field: "organisation" });
  return chosen === null ? null : (own[0]?.id ?? null);
}
