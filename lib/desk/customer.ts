import "server-only";
import { type Actor, seesAll } from "../actor";
import { Prisma } from "../db";
import type { Status } from "../generated/enums";
import { deskVisibleSql } from "../requests/policy";
import { referenceOf } from "../requests/reference";
import type { DeskSettings } from "../settings";

const { sql, empty } = Prisma;

export type CustomerNote = { id: string; body: string; version: number; writer: string; writtenAt: string };

/** What else the requester of a request has raised, and what is known of them. */
export type Customer = {
  /** Null where the desk would have to guess. */
  timeZone: string | null;
  /** That they have chosen, or else that their browser asked for last. Null as long as neither is known. */
  language: string | null;
  /** An agent has entered them, and they have no account yet. */
  awaitsSignUp: boolean;
  /** When they last logged in, or wrote something that the reader may see. */
  lastSeen: string | null;
  /** Of their other ones those that are open, then the rest, each the latest first. */
  others: { reference: string; summary: string; status: Status; typeSlug: string }[];
  /** Of all other ones, those that are open; counting stops at a hundred. */
  openCount: number;
  notes: CustomerNote[];
};

export type CustomerRow = {
  requesterZone: string;
  requesterLanguage: string | null;
  askedLanguage: string | null;
  awaitsSignUp: boolean;
  lastSeen: Date | null;
  others: { number: number; summary: string; status: Status; typeSlug: string }[];
  othersOpen: number;
  customerNotes: CustomerNote[];
};

/** What people have before they, or their browser, have said anything else. */
const unsaid = { timeZone: "UTC" };
const maxShown = 4;
const maxCounted = 100;
/** How many are looked at where the reader does not see all of them. */
const maxPassed = 40;

/** Columns beside the rows `request` and `requester`. */
export function customerSql(actor: Actor): Prisma.Sql {
  const isTheirs = sql`m."personId" = request."requesterId" and m.role = 'requester'`;
  const isVisible = deskVisibleSql(actor);
  const seesEach = actor.kind === "system" || seesAll(actor);
  const most = seesEach ? maxShown : maxPassed;
  // An agent who sees every request may count any of them; to look each one up would find the same and take most of the time.
  const ifSeen = (id: Prisma.Sql) =>
    seesEach
      ? empty
      : sql`cross join lateral (select from requests r where r.id = ${id} and ${isVisible} offset 0) r`;
  const latest = (isOpen: boolean) => sql`(
    select m."requestId" as id, m."isOpen", m."lastActivityAt" from members m
    where ${isTheirs} and m."requestId" <> request.id and m."isOpen" = ${isOpen}
    order by m."lastActivityAt" desc, m."requestId" desc limit ${most})`;
  // Indexes: members_by_phase, members_newest, sessions_personId_idx, comments_of_author, customer_notes_of_person; the
  // others by their keys.
  return sql`
    requester."timeZone" as "requesterZone", requester.language as "requesterLanguage", requester."askedLanguage",
    requester."awaitsSignUp",
    greatest(
      (select max(s."createdAt") from sessions s where s."personId" = request."requesterId"),
      (
        select max(c."createdAt") from (
          select c."requestId", c."createdAt" from comments c where c."authorId" = request."requesterId"
          order by c.id desc limit ${maxShown}
        ) c ${ifSeen(sql`c."requestId"`)}
      ),
      (
        select max(r."createdAt") from (
          select m."requestId" as id from members m where ${isTheirs}
          order by m."lastActivityAt" desc, m."requestId" desc limit ${maxShown}
        ) m cross join lateral (
          select r."createdAt" from requests r where r.id = m.id and r."raisedById" is null and ${isVisible} offset 0
        ) r
      )
    ) as "lastSeen",
    (
      select coalesce(json_agg(other), '[]') from (
        select r.number, r.summary, r.status, t.slug as "typeSlug"
        from (select * from ${latest(true)} those_open union all select * from ${latest(false)} those_over) m
        cross join lateral (select * from requests r where r.id = m.id and ${isVisible} offset 0) r
        join form_versions f on f.id = r."formVersionId"
        join request_types t on t.id = f."typeId"
        order by m."isOpen" desc, m."lastActivityAt" desc, m.id desc limit ${maxShown}
      ) other
    ) as others,
    (
      select count(*)::int from (
        select from members m ${ifSeen(sql`m."requestId"`)}
        where ${isTheirs} and m."requestId" <> request.id and m."isOpen" limit ${maxCounted}
      ) counted
    ) as "othersOpen",
    (
      select coalesce(json_agg(note), '[]') from (
        select n.id, n.body, n.version, n."writtenAt", (select p.name from people p where p.id = n."writerId") as writer
        from customer_notes n where n."personId" = request."requesterId" order by n.id
      ) note
    ) as "customerNotes"`;
}

/** @param knows whether the reader may read the notes */
export function customerOf(row: CustomerRow, settings: DeskSettings, knows: boolean): Customer {
  const {
    requesterZone,
    requesterLanguage,
    askedLanguage,
    awaitsSignUp,
    lastSeen,
    others,
    othersOpen,
    customerNotes,
  } = row;
  return {
    timeZone: [unsaid.timeZone, settings.timeZone].includes(requesterZone) ? null : requesterZone,
    language: requesterLanguage ?? askedLanguage,
    awaitsSignUp,
    lastSeen: lastSeen?.toISOString() ?? null,
    others: others.map(({ number, ...other }) => ({ reference: referenceOf(number, settings), ...other })),
    openCount: othersOpen,
    notes: knows
      ? customerNotes.map(note => ({ ...note, writtenAt: new Date(note.writtenAt).toISOString() }))
      : [],
  };
}
