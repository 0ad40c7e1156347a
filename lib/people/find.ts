import "server-only";
import { z } from "zod";
import type { PersonActor, Role } from "../actor";
import { pageOf } from "../cursor";
import { Prisma, readRows } from "../db";
import { onlyAdmins } from "../only-admins";
import { hasOneOf } from "../search/found";
import { beginningsOf, wordsIn } from "../text/spellings";

export const peopleShown = ["all", "customer", "agent", "admin", "suspended"] as const;
export type PeopleShown = (typeof peopleShown)[number];

export type ListedPerson = {
  id: string;
  name: string;
  email: string;
  role: Role;
  isSuspended: boolean;
  awaitsSignUp: boolean;
  awayUntil: string | null;
  organisations: string[];
};

const pageSize = 50;
/** Shorter beginnings are found by walking the list. */
const leastLetters = 3;
const maxWords = 8;

const { sql, empty, join } = Prisma;
const idShape = z.uuid();

/**
 * In the order of their names. `words` are how words of their name or address begin, in any order; `after` is the person
 * behind whom the page begins. @throws Refusal not_found for anybody who is no admin
 */
export async function findPeople(
  actor: PersonActor,
  { words = "", shown = "all", after }: { words?: string; shown?: PeopleShown; after?: string },
): Promise<{ rows: ListedPerson[]; next: string | null }> {
  onlyAdmins(actor);
  const last = idShape.safeParse(after).data;
  // Indexes: people_in_order, people_of_role, people_suspended, people_words, organisation_members_personId_idx.
  const rows = await readRows<ListedPerson>(sql`
    select p.id, p.name, p.email, p.role, p."suspendedAt" is not null as "isSuspended", p."awaitsSignUp",
      case when p."awayFrom" <= now() and p."awayUntil" > now() then p."awayUntil" end as "awayUntil",
      array(select o.name from organisation_members m join organisations o on o.id = m."organisationId"
        where m."personId" = p.id order by o.position limit 3) as organisations
    from people p
    where true ${ofKind[shown]} ${beginningWith(words)} ${last === undefined ? empty : behind(last)}
    order by p.folded collate "C", p.id limit ${pageSize + 1}`);
  const { page, next } = pageOf(rows, pageSize, ({ id }) => id);
  return { rows: page, next };
}

// Literals, not parameters, so that each has the plan of its own index.
const ofKind: Record<PeopleShown, Prisma.Sql> = {
  all: empty,
  customer: sql`and p.role = 'customer'`,
  agent: sql`and p.role = 'agent'`,
  admin: sql`and p.role = 'admin'`,
  suspended: sql`and p."suspendedAt" is not null`,
};

function beginningWith(typed: string): Prisma.Sql {
  const words = wordsIn(typed).slice(0, maxWords).map(beginningsOf);
  const each = words.map(begins => sql`and ${hasOneOf(sql`p.folded`, begins)} ${known(begins)}`);
  return words.length === 0 ? empty : join(each, " ");
}

const known = (begins: string[]) =>
  begins.some(begin => begin.trim().length < leastLetters)
    ? empty
    : sql`and words_of(p.folded collate "C") && array(
        select word from unnest(${begins.map(begin => begin.trim())}::text[]) as b (begin)
        join vocabulary on word >= begin and word < begin || chr(1114111))`;

const behind = (id: string) =>
  sql`and (p.folded collate "C", p.id) > ((select c.folded from people c where c.id = ${id}::uuid) collate "C", ${id}::uuid)`;
