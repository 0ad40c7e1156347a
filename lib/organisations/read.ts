import "server-only";
import type { PersonActor } from "../actor";
import { pageOf } from "../cursor";
import { db } from "../db";
import { notFound } from "../refusal";
import { onlyAdmins } from "./load";

export type ListedOrganisation = {
  slug: string;
  name: string;
  isArchived: boolean;
  domains: string[];
  members: number;
  managers: number;
};

const pageSize = 50;

/** In the order of their positions. @throws Refusal not_found for anybody who is no admin */
export async function listOrganisations(
  actor: PersonActor,
  after = 0,
): Promise<{ rows: ListedOrganisation[]; next: string | null }> {
  onlyAdmins(actor);
  const rows = await db().$queryRaw<(ListedOrganisation & { position: number })[]>`
    select o.slug, o.name, o.position, o."archivedAt" is not null as "isArchived",
      array(select d.domain from organisation_domains d where d."organisationId" = o.id order by d.domain) as domains,
      (select count(*)::int from organisation_members m where m."organisationId" = o.id) as members,
      (select count(*)::int from organisation_members m where m."organisationId" = o.id and m."isManager") as managers
    from organisations o where o.position > ${after} order by o.position, o.slug limit ${pageSize + 1}`;
  const { page, next } = pageOf(rows, pageSize, ({ position }) => String(position));
  return { rows: page, next };
}

const maxShown = 200;

/** With its managers first, as many members as a page has room for. @throws Refusal not_found */
export async function readOrganisation(actor: PersonActor, slug: string) {
  onlyAdmins(actor);
  const organisation = await db().organisation.findUnique({
    where: { slug },
    select: {
      slug: true,
      name: true,
      archivedAt: true,
      domains: { orderBy: { domain: "asc" }, select: { domain: true } },
      members: {
        orderBy: [{ isManager: "desc" }, { person: { name: "asc" } }, { personId: "asc" }],
        take: maxShown + 1,
        select: {
          isManager: true,
          isByHand: true,
          person: { select: { id: true, name: true, email: true } },
        },
      },
    },
  });
  if (!organisation) throw notFound();
  const { members, domains, archivedAt, ...named } = organisation;
  return {
    ...named,
    isArchived: archivedAt !== null,
    domains: domains.map(({ domain }) => domain),
    members: members.slice(0, maxShown).map(({ person, ...member }) => ({ ...person, ...member })),
    isCut: members.length > maxShown,
  };
}

export type OrganisationPage = Awaited<ReturnType<typeof readOrganisation>>;
