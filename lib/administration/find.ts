import "server-only";
import type { PersonActor, Role } from "../actor";
import { Prisma, readRows } from "../db";
import { onlyAdmins } from "../only-admins";
import { hasOneOf } from "../search/found";
import { fold } from "../text/fold";
import { beginningsOf, wordsIn } from "../text/spellings";

export type FoundKind =
  | "person"
  | "team"
  | "organisation"
  | "category"
  | "type"
  | "form"
  | "tag"
  | "list"
  | "reply"
  | "help"
  | "view";

/** Something that admins look after, found by its name, or by what it says. */
export type Found = {
  kind: FoundKind;
  key: string;
  name: string;
  detail: string | null;
  role: Role | null;
  isByText: boolean;
};

const { sql, join } = Prisma;
export const mostOfKind = 5;
const maxWords = 8;
const leastLetters = 2;

const begunIn = (typed: string) => wordsIn(typed).slice(0, maxWords).map(beginningsOf);

/** Whether all words begin words of the text. */
export function beginsIn(text: string, typed: string): boolean {
  const folded = fold(text);
  return begunIn(typed).every(begins => begins.some(begin => folded.includes(begin)));
}

/**
 * By how words of their names and texts begin, a few of each kind, those by name first.
 * @throws Refusal not_found for anybody who is no admin
 */
export async function findInDesk(actor: PersonActor, typed: string): Promise<Found[]> {
  onlyAdmins(actor);
  const words = begunIn(typed);
  if (words.every(([begin = ""]) => begin.trim().length < leastLetters)) return [];
  const fits = (folded: Prisma.Sql) =>
    join(
      words.map(begins => hasOneOf(folded, begins)),
      " and ",
    );
  const named = (kind: FoundKind, from: Prisma.Sql, folded = sql`fold(x.name)`) => sql`(
    select ${kind}, x.slug, x.name, null, null, false from ${from} and ${fits(folded)}
    order by x.position limit ${mostOfKind})`;
  const form = sql`coalesce(v.folded, '') || coalesce(d.folded, '')`;
  // people_in_order, form_versions_typeId_version_key, form_drafts_pkey, canned_texts_pkey; the others are hundreds, or a
  // few thousand organisations and domains, whose texts are kept folded.
  return readRows<Found>(sql`
    (select 'person' as kind, p.id::text as key, p.name, p.email as detail, p.role::text as role, false as "isByText"
      from people p where ${fits(sql`p.folded`)} order by p.folded collate "C", p.id limit ${mostOfKind})
    union all ${named("team", sql`teams x where true`)}
    union all (
      select 'organisation', x.slug, x.name, o.domain, null, o.domain is not null from organisations x
      left join lateral (
        select o.domain from organisation_domains o
        where o."organisationId" = x.id and not (${fits(sql`x.folded`)}) and ${fits(sql`x.folded || o.folded`)}
        order by o.domain limit 1
      ) o on true
      where ${fits(sql`x.folded`)} or o.domain is not null
      order by o.domain is not null, x.position limit ${mostOfKind})
    union all ${named("category", sql`categories x where true`, sql`x.folded`)}
    union all ${named("type", sql`request_types x where true`, sql`x.folded`)}
    union all (
      select 'form', x.slug, x.name, null, null, true from request_types x
      left join lateral (
        select v.folded from form_versions v where v."typeId" = x.id order by v.version desc limit 1
      ) v on true
      left join form_drafts d on d."typeId" = x.id
      where ${fits(sql`x.folded || ${form}`)} and not (${fits(sql`x.folded`)})
      order by x.position limit ${mostOfKind})
    union all ${named("tag", sql`tags x where true`)}
    union all (
      select 'list', x.slug, x.name, null, null, not (${fits(sql`fold(x.name)`)}) from choice_lists x
      where ${fits(sql`x.folded`)} order by 6, x.position limit ${mostOfKind})
    union all (
      select 'reply', x.slug, x.name, null, null, not (${fits(sql`x.folded`)}) from canned_replies x
      where x."personId" is null and x."teamId" is null and (${fits(sql`x.folded`)} or exists (
        select from canned_texts c where c."replyId" = x.id and ${fits(sql`x.folded || c.folded`)}
      ))
      order by 6, x.position limit ${mostOfKind})
    union all (
      select 'help', x.slug || '/' || x.language, x.title, x.category, null, not (${fits(sql`fold(x.title)`)})
      from help_articles x where ${fits(sql`x.folded`)}
      order by 6, x.position limit ${mostOfKind})
    union all ${named("view", sql`saved_views x where x."personId" is null`)}`);
}
