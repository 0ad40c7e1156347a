import "server-only";
import { z } from "zod";
import type { PersonActor } from "../actor";
import { pageOf } from "../cursor";
import { db, Prisma } from "../db";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";
import { beginningsOf, wordsIn } from "../text/spellings";

export type ListedOrganisation = {
  slug: string;
  name: string;
  isArchived: boolean;
  domains: string[];
  members: number;
  managers: number;
};

const pageSize = 50;
const maxTyped = 254;
const maxWords = 8;

/** In their order, after a place; `words` are how words of their name or domains begin. @throws Refusal not_found for anybody who is no admin */
export async function listOrganisations(
  actor: PersonActor,
  after = 0,
  words = "",
): Promise<{ rows: ListedOrganisation[]; next: string | null }> {
  onlyAdmins(actor);
  const rows = await db().$queryRaw<(ListedOrganisation & { position: number })[]>`
    select o.slug, o.name, o.position, o."archivedAt" is not null as "isArchived",
      array(select d.domain from organisation_domains d where d."organisationId" = o.id order by d.domain) as domains,
      (select count(*)::int from organisation_members m where m."organisationId" = o.id) as members,
      (select count(*)::int from organisation_members m where m."organisationId" = o.id and m."isManager") as managers
    from organisations o where o.position > ${after} ${namedLike(words)} order by o.position limit ${pageSize + 1}`; // index organisations_in_order
  const { page, next } = pageOf(rows, pageSize, ({ position }) => String(position));
  return { rows: page, next };
}

/** Where a page of members goes on: behind one of the managers, or of the others. */
const cursorShape = z.tuple([z.enum(["m", "o"]), z.coerce.number().int().min(0).max(8.64e15), z.uuid()]);

function readMemberCursor(text: string | undefined) {
  const { success, data } = cursorShape.safeParse(text?.split("."));
  return success ? { isManager: data[0] === "m", addedAt: new Date(data[1]), personId: data[2] } : null;
}

type MemberRow = {
  id: string;
  name: string;
  email: string;
  isManager: boolean;
  isByHand: boolean;
  addedAt: Date;
};

type Wishes = { words?: string; after?: string };

/**
 * With a page of its members: managers first, then whoever joined last. `words` are how words of their name or address
 * begin, in any order. @throws Refusal not_found
 */
export async function readOrganisation(actor: PersonActor, slug: string, { words = "", after }: Wishes = {}) {
  onlyAdmins(actor);
  const organisation = await db().organisation.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      name: true,
      archivedAt: true,
      domains: { orderBy: { domain: "asc" }, select: { domain: true } },
    },
  });
  if (!organisation) throw notFound();
  const { id, domains, archivedAt, ...named } = organisation;
  const cursor = readMemberCursor(after);
  // Index organisation_members_in_order; "offset 0" makes the database look up each person by their key.
  const rows = await db().$queryRaw<MemberRow[]>`
    select p.id, p.name, p.email, m.*
    from (
      select "personId", "isManager", "isByHand", "addedAt" from organisation_members
      where "organisationId" = ${id}::uuid ${words.trim() === "" ? Prisma.empty : beginningWith(words)}
        ${cursor ? behind(cursor) : Prisma.empty}
      order by "isManager" desc, "addedAt" desc, "personId" desc limit ${pageSize + 1}
    ) m
    cross join lateral (select id, name, email from people where id = m."personId" offset 0) p
    order by m."isManager" desc, m."addedAt" desc, m."personId" desc`;
  const { page, next } = pageOf(
    rows,
    pageSize,
    row => `${row.isManager ? "m" : "o"}.${row.addedAt.getTime()}.${row.id}`,
  );
  return {
    ...named,
    isArchived: archivedAt !== null,
    domains: domains.map(({ domain }) => domain),
    members: page.map(({ id, name, email, isManager, isByHand }) => ({
      ...{ id, name, email, isManager, isByHand },
    })),
    isFirst: cursor === null,
    next,
  };
}

// organisation_domains_organisationId_idx, where the name does not fit. A few thousand names are read in milliseconds.
function namedLike(words: string): Prisma.Sql {
  const begun = begunBy(words);
  const fits = (folded: Prisma.Sql) =>
    Prisma.join(
      begun.map(begins => isLike(folded, begins)),
      " and ",
    );
  return begun.length === 0
    ? Prisma.empty
    : Prisma.sql`and (${fits(Prisma.sql`o.folded`)} or exists (
        select from organisation_domains d where d."organisationId" = o.id and ${fits(Prisma.sql`o.folded || d.folded`)}
      ))`;
}

const begunBy = (words: string) => wordsIn(words.slice(0, maxTyped)).slice(0, maxWords).map(beginningsOf);
const isLike = (folded: Prisma.Sql, begins: string[]) =>
  Prisma.sql`${folded} like any (${begins.map(begin => `%${begin}%`)}::text[])`;

// people_pkey: of each member in turn, until the page is full.
const beginningWith = (words: string) => {
  const begun = begunBy(words);
  const each = begun.map(begins => isLike(Prisma.sql`p.folded`, begins));
  return begun.length === 0
    ? Prisma.empty
    : Prisma.sql`and (select ${Prisma.join(each, " and ")} from people p where p.id = "personId")`;
};

const behind = ({ isManager, addedAt, personId }: NonNullable<ReturnType<typeof readMemberCursor>>) =>
  Prisma.sql`and ("isManager", "addedAt", "personId") < (${isManager}, ${addedAt}::timestamptz, ${personId}::uuid)`;

export type OrganisationPage = Awaited<ReturnType<typeof readOrganisation>>;
