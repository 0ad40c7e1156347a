import "server-only";
import type { Actor, Role } from "../actor";
import { Prisma, type Tx } from "../db";
import type { Stored } from "../events/stored";
import type { Said } from "../messages/said";
import { deskVisibleSql } from "./policy";

export type Named = {
  nameOf: (personId: string | null) => string | Said;
  /** Null for a reader who may not know who is invited. */
  emailOf: (invitationId: string) => string | null;
  tagOf: (tagId: string) => string | Said;
  teamOf: (teamId: string | null) => string | Said;
  /** Its reference, for agents who see it. */
  requestOf: (requestId: string) => string | Said;
};

type Row = { type: string; data: unknown; personId: string | null };

export async function readNamed(
  tx: Tx,
  events: readonly Stored<Row>[],
  { seesInvited }: { seesInvited: boolean },
): Promise<Named> {
  const people = events.flatMap(event => {
    if (event.type === "participant_removed") return event.personId ?? [];
    return event.type === "request_assigned" ? (event.data.toId ?? []) : [];
  });
  const invitations = events.flatMap(event => ("invitationId" in event.data ? event.data.invitationId : []));
  const [names, emails] = await Promise.all([
    people.length === 0
      ? []
      : tx.person.findMany({ where: { id: { in: people } }, select: { id: true, name: true } }),
    invitations.length === 0 || !seesInvited
      ? []
      : tx.invitation.findMany({ where: { id: { in: invitations } }, select: { id: true, email: true } }),
  ]);
  return namedIn({
    people: Object.fromEntries(names.map(person => [person.id, person])),
    emails: Object.fromEntries(emails.map(({ id, email }) => [id, email])),
  });
}

/** By id. Only agents learn of tags, teams and linked requests. */
type Names = {
  people: Record<string, { name: string }> | null;
  emails: Record<string, string> | null;
  tags?: Record<string, string> | null;
  teams?: Record<string, string> | null;
  references?: Record<string, string>;
};

export function namedIn({ people, emails, tags, teams, references }: Names): Named {
  return {
    nameOf: id => (id !== null && people?.[id]?.name) || { code: "history.somebody" },
    emailOf: id => emails?.[id] ?? null,
    tagOf: id => tags?.[id] ?? { code: "history.some_tag" },
    teamOf: id => (id !== null && teams?.[id]) || { code: "history.some_team" },
    requestOf: id => references?.[id] ?? { code: "history.some_request" },
  };
}

export type PeopleRow = Record<string, { name: string; role: Role }> | null;

/** A row of another release may hold anything. */
export const idIn = (key: string) => Prisma.sql`case
  when part.data->>${key} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (part.data->>${key})::uuid end`;

/** Who acted in the rows `part` of events, and whom these name. */
export const peopleSql = Prisma.sql`(
  select json_object_agg(p.id, json_build_object('name', p.name, 'role', p.role)) from people p
  where p.id = any(array(
    select part."actorId" from part
    union select case part.type
      when 'participant_removed' then part."personId" when 'request_assigned' then ${idIn("toId")} end from part
  ))
)`;

export const emailsSql = Prisma.sql`(
  select json_object_agg(i.id, i.email) from invitations i
  where i.id = any(array(select ${idIn("invitationId")} from part))
)`;

export const tagsSql = Prisma.sql`(
  select json_object_agg(t.id, t.name) from tags t where t.id = any(array(select ${idIn("tagId")} from part))
)`;

export const teamsSql = Prisma.sql`(
  select json_object_agg(t.id, t.name) from teams t
  where t.id = any(array(select ${idIn("fromTeamId")} from part union select ${idIn("toTeamId")} from part))
)`;

/** Numbers of the linked requests that this agent sees. */
export const numbersSql = (actor: Actor) => Prisma.sql`(
  select json_object_agg(r.id, r.number) from requests r
  where r.id = any(array(select ${idIn("otherId")} from part)) and ${deskVisibleSql(actor)}
)`;
