import "server-only";
import { z } from "zod";
import type { PersonActor } from "../actor";
import { pageOf } from "../cursor";
import { Prisma, readRows } from "../db";
import { typesByRole } from "../events/audience";
import { readEvents, type Stored } from "../events/stored";
import type { EventType } from "../events/types";
import type { Said } from "../messages/said";
import type { MessageCode } from "../messages/translate";
import { onlyAdmins } from "../only-admins";
import { statusCode } from "../requests/labels";

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
};

type Row = {
  id: string;
  type: string;
  data: unknown;
  at: string;
  actorId: string | null;
  actorName: string | null;
  personId: string | null;
  personName: string | null;
  number: number | null;
  teamName: string | null;
  organisationName: string | null;
};

const pageSize = 30;
const idShape = z.uuid();
const adminTypes = typesByRole.admin;

/** Newest first; `before` is an event's id. @throws Refusal not_found for anybody who is no admin */
export async function readDoings(
  actor: PersonActor,
  personId: string,
  before?: string,
): Promise<{ doings: Doing[]; next: string | null }> {
  onlyAdmins(actor);
  const id = idShape.parse(personId);
  const last = /^\d{1,18}$/.exec(before ?? "")?.[0];
  const walk = (column: Prisma.Sql) => Prisma.sql`(
    select e.id from events e where ${column} = ${id}::uuid and e.type = any(${adminTypes})
      ${last === undefined ? Prisma.empty : Prisma.sql`and e.id < ${last}::bigint`}
    order by e.id desc limit ${pageSize + 1})`;
  // Indexes: events_of_actor, events_of_person; the others by their keys.
  const rows = await readRows<Row>(Prisma.sql`
    select e.id::text, e.type, e.data, e.at, e."actorId", a.name as "actorName", e."personId", s.name as "personName",
      r.number, t.name as "teamName", o.name as "organisationName"
    from (${walk(Prisma.sql`e."actorId"`)} union ${walk(Prisma.sql`e."personId"`)}) found
    join events e on e.id = found.id
    left join people a on a.id = e."actorId"
    left join people s on s.id = e."personId"
    left join requests r on r.id = e."requestId"
    left join teams t on t.id::text = coalesce(e.data ->> 'teamId', e.data ->> 'toTeamId')
    left join organisations o on o.id::text = e.data ->> 'organisationId'
    order by e.id desc limit ${pageSize + 1}`);
  const { page, next } = pageOf(rows, pageSize, row => row.id);
  return { doings: readEvents(page).map(doingOf), next };
}

function doingOf(event: Stored<Row>): Doing {
  const { id, at, actorId, actorName, personId, personName, number } = event;
  return {
    ...{ id, at: new Date(at).toISOString(), said: saidOf(event), request: number },
    actor: actorId && actorName !== null ? { id: actorId, name: actorName } : null,
    about:
      personId && personId !== actorId && personName !== null ? { id: personId, name: personName } : null,
  };
}

const plainly = (type: EventType): MessageCode => `people.did.${type}`;

function saidOf(event: Stored<Row>): Said {
  const code = plainly(event.type);
  const name = event.teamName ?? event.organisationName;
  const detail =
    detailOf(event) ?? (name === null ? null : { code: "people.did.named" as const, params: { name } });
  return detail ? { code: "people.did.with", params: { what: { code }, detail } } : { code };
}

/** What a few of them say besides. */
function detailOf(event: Stored<Row>): Said | null {
  switch (event.type) {
    case "person_created":
    case "account_invitation_sent":
    case "account_invitation_accepted":
      return { code: `people.role.${event.data.role}` };
    case "person_role_changed":
      return {
        code: "people.did.from_to",
        params: {
          from: { code: `people.role.${event.data.from}` },
          to: { code: `people.role.${event.data.to}` },
        },
      };
    case "request_moved":
      return { code: statusCode(event.data.to, "agent") };
    case "sessions_ended":
      return { code: "people.did.sessions", params: { count: event.data.count } };
    default:
      return null;
  }
}
