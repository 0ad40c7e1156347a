import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { db, Prisma, readRows } from "../db";
import { defaultLanguage } from "../messages/translate";
import { deskVisibleSql } from "../requests/policy";
import { numberOf } from "../requests/reference";
import { cannedLimits } from "./input";
import { listLedTeams, ownerFor } from "./owner";
import type { Owner } from "./paths";
import type { PlaceholderValues } from "./placeholders";
import { type Desk, valuesFor } from "./values";

export type ReplyRow = { id: string; slug: string; name: string; body: string };
export type ReplyInFull = ReplyRow & {
  keywords: string;
  version: number;
  isArchived: boolean;
  /** In other languages than the desk's. */
  texts: { language: string; body: string }[];
};
/** Null for owners that are no team. */
type TeamName = { teamName: string | null };
/** What an agent can insert into an answer to one request: their own, a team's, or the desk's. */
export type Insertable = {
  name: string;
  keywords: string;
  body: string;
  isOwn: boolean;
  team: string | null;
};

const columns = {
  id: true,
  slug: true,
  name: true,
  isArchived: true,
} as const;

const inDefault = { texts: { where: { language: defaultLanguage }, select: { body: true } } } as const;

/**
 * All of one owner's, in their order, and the teams whose replies this actor keeps as a lead.
 * @throws Refusal not_found if the actor may not keep this owner's replies
 */
export async function listReplies(actor: PersonActor, owner: Owner) {
  const { teamName, ...ownerId } = await ownerFor(actor, owner);
  const [rows, ledTeams] = await Promise.all([
    db().cannedReply.findMany({
      where: ownerId,
      orderBy: [{ isArchived: "asc" }, { position: "asc" }, { id: "asc" }], // index canned_replies_in_order
      take: cannedLimits.replies,
      select: { ...columns, ...inDefault },
    }),
    listLedTeams(actor),
  ]);
  const told = (isArchived: boolean): ReplyRow[] =>
    rows
      .filter(row => row.isArchived === isArchived)
      .map(({ id, slug, name, texts }) => ({ id, slug, name, body: texts[0]?.body ?? "" }));
  return { shown: told(false), archived: told(true), teamName, ledTeams };
}

/** Null if there is none. @throws Refusal not_found if the actor may not keep this owner's replies */
export async function readReply(
  actor: PersonActor,
  owner: Owner,
  slug: string,
): Promise<(ReplyInFull & TeamName) | null> {
  const { teamName, ...ownerId } = await ownerFor(actor, owner);
  const row = await db().cannedReply.findFirst({
    where: { ...ownerId, slug }, // index canned_replies_slug
    select: {
      ...columns,
      keywords: true,
      version: true,
      texts: { select: { language: true, body: true }, orderBy: { language: "asc" } },
    },
  });
  if (!row) return null;
  const isDefault = ({ language }: { language: string }) => language === defaultLanguage;
  return {
    ...row,
    teamName,
    body: row.texts.find(isDefault)?.body ?? "",
    texts: row.texts.filter(text => !isDefault(text)),
  };
}

type Row = { number: number; summary: string; customer: string; replies: Insertable[] };

/**
 * By one statement; null for customers, and for a request that one cannot see. Each reply is in the customer's
 * language if it has that, or else in the desk's.
 */
export async function readInsertable(
  actor: PersonActor,
  reference: string,
  desk: Desk,
): Promise<{ replies: Insertable[]; values: PlaceholderValues } | null> {
  const number = numberOf(reference);
  if (!isAgent(actor) || number === null) return null;
  // Indexes: requests_number_key, canned_replies_in_order; the others by their keys.
  const [row] = await readRows<Row>(Prisma.sql`
    select r.number, r.summary, customer.name as customer, (
      select coalesce(json_agg(
        json_build_object(
          'name', c.name, 'keywords', c.keywords, 'body', said.body, 'isOwn', c."personId" is not null, 'team', c.team
        )
        order by c."personId" is null, c.team is null, c."teamPosition", c."teamId", c.position, c.id
      ), '[]')
      from (
        select *, null as team, 0 as "teamPosition" from canned_replies
        where "personId" = ${actor.id}::uuid and not "isArchived"
        union all
        select c.*, t.name, t.position
        from team_members m
        join teams t on t.id = m."teamId" and t."archivedAt" is null
        join canned_replies c on c."personId" is null and c."teamId" = t.id and not c."isArchived"
        where m."personId" = ${actor.id}::uuid
        union all
        select *, null, 0 from canned_replies where "personId" is null and "teamId" is null and not "isArchived"
      ) c
      cross join lateral (
        select t.body from canned_texts t
        where t."replyId" = c.id and t.language in (split_part(customer.language, '-', 1), ${defaultLanguage})
        order by t.language = ${defaultLanguage} limit 1
      ) said
    ) as replies
    from requests r
    join people customer on customer.id = r."requesterId"
    where r.number = ${number} and ${deskVisibleSql(actor)}`);
  if (!row) return null;
  return { replies: row.replies, values: valuesFor(row, actor, desk) };
}
