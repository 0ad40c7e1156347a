import "server-only";
import { z } from "zod";
import type { PersonActor } from "../actor";
import { pageOf } from "../cursor";
import { Prisma, readRows } from "../db";
import { typesByRole } from "../events/audience";
import { readEvents, type Stored } from "../events/stored";
import type { Change, EventType } from "../events/types";
import type { Said } from "../messages/said";
import type { MessageCode } from "../messages/translate";
import { onlyAdmins } from "../only-admins";
import { detailOf, toldTypes } from "./details";
import { type Thing, type ThingRow, thingOf, thingsSql } from "./things";

/** Something that a person did, or that was done about them. */
export type Doing = {
  id: string;
  at: string;
  said: Said;
  /** Null for the desk itself. */
  actor: { id: string; name: string } | null;
  /** Whom it is about, unless that is the actor. */
  about: { id: string; name: string } | null;
  request: number | null;
  /** What admins look after, to be led to. */
  thing: Thing | null;
  /** What there is to be said of it. */
  detail: Said | null;
};

type Row = ThingRow & {
  id: string;
  type: string;
  data: unknown;
  at: string;
  actorId: string | null;
  actorName: string | null;
  part: string | null;
  personId: string | null;
  personName: string | null;
  number: number | null;
  formerTeam: string | null;
  changes: Change[] | null;
};

const pageSize = 30;
// Said to PostgreSQL when it plans, which takes an unknown limit for a tenth of all rows.
const most = Prisma.raw(`limit ${pageSize + 1}`);
const idShape = z.uuid();
const adminTypes = typesByRole.admin;

/** Done at the front door with a code or a link that had been mailed to them: not by the desk, but by themselves. */
const provenTypes: readonly EventType[] = [
  "signed_up",
  "account_invitation_accepted",
  "logged_in_by_link",
  "password_set",
];

/** Newest first; `before` is an event's id. @throws Refusal not_found for anybody who is no admin */
export async function readDoings(
  actor: PersonActor,
  personId: string,
  before?: string,
): Promise<{ doings: Doing[]; next: string | null }> {
  onlyAdmins(actor);
  const id = idShape.parse(personId);
  const last = /^\d{1,18}$/.exec(before ?? "")?.[0];
  // A range that holds one person, in the order of the whole index: asked for the person in the order of ids, PostgreSQL may go through all
  // events of the desk (0121).
  const walk = (column: Prisma.Sql) => Prisma.sql`(
    select e.id from events e where ${column} between ${id}::uuid and ${id}::uuid and e.type = any(${adminTypes})
      ${last === undefined ? Prisma.empty : Prisma.sql`and e.id < ${last}::bigint`}
    order by ${column} desc, e.id desc ${most})`;
  // Indexes: events_of_actor, events_of_person; the others by their keys.
  const rows = await readRows<Row>(Prisma.sql`
    select e.id::text, e.type, e.data, e.at, e."actorId", e.part, a.name as "actorName", e."personId", s.name as "personName",
      r.number, ${thingsSql},
      (select x.name from teams x where x.id = (e.data ->> 'fromTeamId')::uuid) as "formerTeam",
      (select x.values from changes x where x."eventId" = e.id and e.type = any(${toldTypes})) as changes
    from (${walk(Prisma.sql`e."actorId"`)} union ${walk(Prisma.sql`e."personId"`)}) found
    join events e on e.id = found.id
    left join people a on a.id = e."actorId"
    left join people s on s.id = e."personId"
    left join requests r on r.id = e."requestId"
    order by e.id desc ${most}`);
  const { page, next } = pageOf(rows, pageSize, row => row.id);
  return { doings: readEvents(page).map(doingOf), next };
}

function doingOf(event: Stored<Row>): Doing {
  const { id, at, actorId, actorName, part, personId, personName, number } = event;
  const person = personId && personName !== null ? { id: personId, name: personName } : null;
  const isProven = part === "front_door" && provenTypes.includes(event.type);
  const actor = isProven ? person : actorId && actorName !== null ? { id: actorId, name: actorName } : null;
  return {
    ...{ id, at: new Date(at).toISOString(), said: saidOf(event), request: number },
    ...{ thing: thingOf(event), detail: thingOf(event) && detailIn(event) },
    ...{ actor, about: person?.id === actor?.id ? null : person },
  };
}

const plainly = (type: EventType): MessageCode => `people.did.${type}`;

function saidOf(event: Stored<Row>): Said {
  const code = plainly(event.type);
  const detail = thingOf(event) ? null : detailIn(event);
  return detail ? { code: "people.did.with", params: { what: { code }, detail } } : { code };
}

const detailIn = (event: Stored<Row>) => detailOf(event, event.changes ?? [], event.formerTeam);
