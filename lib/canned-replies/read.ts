import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { db, Prisma, readRows } from "../db";
import { defaultLanguage } from "../messages/translate";
import { visibleSql } from "../requests/policy";
import { numberOf, referenceOf } from "../requests/reference";
import { requestPath } from "../requests/view";
import type { DeskSettings } from "../settings";
import { cannedLimits } from "./input";
import { type Owner, ownerIdFor } from "./owner";
import { firstNameOf, type PlaceholderValues } from "./placeholders";

export type ReplyRow = { id: string; slug: string; name: string; body: string };
export type ReplyInFull = ReplyRow & { keywords: string; version: number; isArchived: boolean };
/** What an agent can insert into an answer to one request. */
export type Insertable = { name: string; keywords: string; body: string; isOwn: boolean };

const columns = {
  id: true,
  slug: true,
  name: true,
  isArchived: true,
  texts: { where: { language: defaultLanguage }, select: { body: true } },
} as const;

/** All of one owner's, in their order. @throws Refusal not_found if the actor may not manage this owner's replies */
export async function listReplies(
  actor: PersonActor,
  owner: Owner,
): Promise<{ shown: ReplyRow[]; archived: ReplyRow[] }> {
  const rows = await db().cannedReply.findMany({
    where: { personId: ownerIdFor(actor, owner) },
    orderBy: [{ isArchived: "asc" }, { position: "asc" }, { id: "asc" }], // index canned_replies_in_order
    take: cannedLimits.replies,
    select: columns,
  });
  const told = (isArchived: boolean) =>
    rows
      .filter(row => row.isArchived === isArchived)
      .map(({ id, slug, name, texts }) => ({ id, slug, name, body: texts[0]?.body ?? "" }));
  return { shown: told(false), archived: told(true) };
}

/** Null if there is none. @throws Refusal not_found if the actor may not manage this owner's replies */
export async function readReply(actor: PersonActor, owner: Owner, slug: string): Promise<ReplyInFull | null> {
  const row = await db().cannedReply.findFirst({
    where: { personId: ownerIdFor(actor, owner), slug }, // index canned_replies_slug
    select: { ...columns, keywords: true, version: true },
  });
  if (!row) return null;
  const { texts, ...reply } = row;
  return { ...reply, body: texts[0]?.body ?? "" };
}

type Row = { number: number; summary: string; customer: string; replies: Insertable[] };

/**
 * By one statement; null for customers, and for a request that one cannot see. Each reply is in the customer's
 * language if it has that, or else in the desk's.
 */
export async function readInsertable(
  actor: PersonActor,
  reference: string,
  { deskUrl, settings }: { deskUrl: string; settings: DeskSettings },
): Promise<{ replies: Insertable[]; values: PlaceholderValues } | null> {
  const number = numberOf(reference);
  if (!isAgent(actor) || number === null) return null;
  // Indexes: requests_number_key, canned_replies_in_order; the others by their keys.
  const [row] = await readRows<Row>(Prisma.sql`
    select r.number, r.summary, customer.name as customer, (
      select coalesce(json_agg(
        json_build_object('name', c.name, 'keywords', c.keywords, 'body', said.body, 'isOwn', c."personId" is not null)
        order by c."personId" is null, c.position, c.id
      ), '[]')
      from (
        select * from canned_replies where "personId" = ${actor.id}::uuid and not "isArchived"
        union all
        select * from canned_replies where "personId" is null and not "isArchived"
      ) c
      cross join lateral (
        select t.body from canned_texts t
        where t."replyId" = c.id and t.language in (split_part(customer.language, '-', 1), ${defaultLanguage})
        order by t.language = ${defaultLanguage} limit 1
      ) said
    ) as replies
    from requests r
    join people customer on customer.id = r."requesterId"
    where r.number = ${number} and ${visibleSql(actor)}`);
  if (!row) return null;
  const own = referenceOf(row.number, settings);
  const values: PlaceholderValues = {
    "customer.name": row.customer || null,
    "customer.first_name": firstNameOf(row.customer),
    "request.reference": own,
    "request.summary": row.summary || null,
    "request.link": `${deskUrl}${requestPath(own, "customer")}`,
    "agent.name": actor.name || null,
    "desk.name": settings.deskName || null,
  };
  return { replies: row.replies, values };
}
