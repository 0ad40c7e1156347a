import "server-only";
import type { PersonActor, Role } from "../actor";
import { Prisma, readRows } from "../db";
import { onlyAdmins } from "../only-admins";
import { hasOneOf } from "../search/found";
import { fold } from "../text/fold";
import { beginningsOf, wordsIn } from "../text/spellings";

export type FoundKind = "person" | "team" | "organisation" | "tag" | "list" | "reply" | "view";

/** Something that admins look after, by its name. */
export type Found = { kind: FoundKind; key: string; name: string; detail: string | null; role: Role | null };

const { sql, join } = Prisma;
const mostOfKind = 5;
const maxWords = 8;
const leastLetters = 2;

const begunIn = (typed: string) => wordsIn(typed).slice(0, maxWords).map(beginningsOf);

/** Whether all words begin words of the text. */
export function beginsIn(text: string, typed: string): boolean {
  const folded = fold(text);
  return begunIn(typed).every(begins => begins.some(begin => folded.includes(begin)));
}

/** By how words of their names begin, a few of each kind. @throws Refusal not_found for anybody who is no admin */
export async function findByName(actor: PersonActor, typed: string): Promise<Found[]> {
  onlyAdmins(actor);
  const words = begunIn(typed);
  if (words.every(([begin = ""]) => begin.trim().length < leastLetters)) return [];
  const fits = (folded: Prisma.Sql) =>
    join(
      words.map(begins => hasOneOf(folded, begins)),
      " and ",
    );
  const named = (kind: FoundKind, from: Prisma.Sql) => sql`(
    select ${kind} as kind, x.slug as key, x.name, null as detail, null as role from ${from} and ${fits(sql`fold(x.name)`)}
    order by x.position limit ${mostOfKind})`;
  // people_in_order; the others are hundreds, or a few thousand organisations.
  return readRows<Found>(sql`
    (select 'person' as kind, p.id::text as key, p.name, p.email as detail, p.role::text as role from people p
      where ${fits(sql`p.folded`)} order by p.folded collate "C", p.id limit ${mostOfKind})
    union all ${named("team", sql`teams x where true`)}
    union all ${named("organisation", sql`organisations x where true`)}
    union all ${named("tag", sql`tags x where true`)}
    union all ${named("list", sql`choice_lists x where true`)}
    union all ${named("reply", sql`canned_replies x where x."personId" is null and x."teamId" is null`)}
    union all ${named("view", sql`saved_views x where x."personId" is null`)}`);
}
