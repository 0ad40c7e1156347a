import "server-only";
import { type Actor, isAgent, type Role, seesAll } from "../actor";
import type { Answers, Field } from "../catalog/fields";
import { readFormVersion } from "../catalog/queries";
import { now } from "../clock";
import { Prisma, readRows } from "../db";
import { openTypes } from "../events/audience";
import type { MemberRole, Resolution } from "../generated/enums";
import { readDeskSettings } from "../settings";
import { type Correction, correctionsSql } from "./first-message";
import { maxOnRequest } from "./input";
import { type AccessFacts, type Asking, deskVisibleSql, visibleSql } from "./policy";
import { numberOf } from "./reference";

type Numbered = { number: number; summary: string };

/** Times within JSON are text, as PostgreSQL writes them. */
type Row = Omit<AccessFacts, "members" | "organisation" | "assigneeId"> &
  Numbered & {
    id: string;
    resolution: Resolution | null;
    answers: Answers;
    version: number;
    edition: number;
    createdAt: Date;
    formVersionId: string;
    typeSlug: string;
    typeName: string;
    categoryName: string;
    requester: { id: string; name: string; role: Role };
    /** The agent who raised it for them. */
    raisedBy: string | null;
    /** The requester first. */
    members: {
      personId: string;
      role: MemberRole;
      name: string;
      addedBy: string | null;
      addedAt: string;
      isMuted: boolean;
    }[];
    organisation: { name: string; members: { personId: string }[] } | null;
    assigneeId: string | null;
    /** Neither accepted nor withdrawn. */
    invitations: { id: string; email: string; invitedBy: string; createdAt: string; expiresAt: string }[];
    latest: string;
    follows: Numbered | null;
    followUps: Numbered[];
    corrections: Correction[];
  };

/** What one statement reads of a request for those who may see it, and for whom it was read. */
export type Found<Beside = unknown> = Row & Beside & { asking: Asking; fields: Field[] };

const maxFollowUps = 20;

const listOf = (rows: Prisma.Sql) =>
  Prisma.sql`(select coalesce(json_agg(listed), '[]') from (${rows}) listed)`;

/**
 * Reads a request in one statement; null if there is none that this actor may see, or with `forDesk` may see as an agent.
 * @param beside SQL of further columns to select, which may refer to the rows `request` and `requester`
 * @param options.moments names of those among them to return as a `Date`: the statement answers in JSON, which has none
 */
export async function findRequest<Beside = unknown>(
  actor: Actor,
  reference: string,
  beside: Prisma.Sql = Prisma.empty,
  { forDesk = false, moments = [] }: { forDesk?: boolean; moments?: string[] } = {},
): Promise<Found<Beside> | null> {
  const number = numberOf(reference);
  if (number === null) return null;
  // Indexes: requests_number_key, members_pkey, invitations_requestId_email_idx, events_of_request, requests_followsId_idx;
  // the others by their keys.
  // As one column: `pg` prepares an object with all columns for each answer, and here they are some fifty for one row.
  const [answer] = await readRows<{ found: Row & Beside }>(Prisma.sql`
    select row_to_json(found) as found from (
    with request as (select * from requests r where r.number = ${number} and ${forDesk ? deskVisibleSql(actor) : visibleSql(actor)})
    select request.id, request.number, request.status, request."resolvedAt", request.summary, request.resolution,
      request.answers, request."isPrivate", request.version, request.edition, request."createdAt", request."formVersionId",
      type.slug as "typeSlug", type.name as "typeName", category.name as "categoryName",
      json_build_object('id', requester.id, 'name', requester.name, 'role', requester.role) as requester,
      case when request."raisedById" is not null then ${nameOf(Prisma.sql`request."raisedById"`)} end as "raisedBy",
      ${members} as members, ${organisation} as organisation, ${invitations} as invitations, request."assigneeId",
      ${isAgent(actor) && !seesAll(actor) ? onDesk : offDesk(actor)},
      coalesce((
        select max(e.id) from events e where e."requestId" = request.id and e.type = any(${openTypes})
      ), 0)::text as latest,
      (
        select json_build_object('number', r.number, 'summary', r.summary) from requests r
        where r.id = request."followsId" and ${visibleSql(actor)}
      ) as follows,
      ${listOf(Prisma.sql`
        select r.number, r.summary from (${followUps}) r where ${visibleSql(actor)}
        order by r.number limit ${maxFollowUps}`)} as "followUps",
      ${correctionsSql} as corrections
      ${beside}
    from request
    join people requester on requester.id = request."requesterId"
    join form_versions form on form.id = request."formVersionId"
    join request_types type on type.id = form."typeId"
    join categories category on category.id = type."categoryId"
    ) found`);
  if (!answer) return null;
  const row = withMoments(answer.found, ["createdAt", "resolvedAt", ...moments]);
  const fields = await readFormVersion(row.formVersionId);
  if (!fields) throw new Error("The form of a request is gone.");
  return { ...row, fields, asking: { actor, at: now(), settings: await readDeskSettings() } };
}

function withMoments<R extends object>(found: R, moments: string[]): R {
  const read = moments.flatMap(name => {
    const value = found[name as keyof R];
    return typeof value === "string" ? [[name, new Date(value)]] : [];
  });
  return { ...found, ...Object.fromEntries(read) };
}

// Looked up one by one: joined, they have the database read the names of all people now and then.
const nameOf = (id: Prisma.Sql) => Prisma.sql`(select p.name from people p where p.id = ${id})`;

// Read before they are put in order: else PostgreSQL may go through all requests in that order to find them.
const followUps = Prisma.sql`select * from requests where "followsId" = request.id offset 0`;

const members = listOf(Prisma.sql`
  select m."personId", m.role, ${nameOf(Prisma.sql`m."personId"`)} as name, ${nameOf(Prisma.sql`m."addedById"`)} as "addedBy",
    m."addedAt", m."mutedAt" is not null as "isMuted"
  from members m where m."requestId" = request.id order by m.role, m."addedAt"`);

const organisation = Prisma.sql`(
  select json_build_object('name', o.name, 'members', ${listOf(Prisma.sql`
    select m."personId" from organisation_members m where m."organisationId" = o.id and m."isManager"`)})
  from organisations o where o.id = request."organisationId")`;

// Who works on it matters where not all agents do.
const onDesk = Prisma.sql`
  json_build_object('members', ${listOf(Prisma.sql`
    select m."personId" from team_members m where m."teamId" = request."teamId"`)}) as team,
  ${listOf(Prisma.sql`select f."personId" from followers f where f."requestId" = request.id`)} as followers`;
// Of the others, a manager can follow it: followers_pkey.
const offDesk = (actor: Actor) => Prisma.sql`
  null::json as team,
  ${isAgent(actor) || actor.kind === "system" ? Prisma.sql`'[]'::json` : ownFollowing(actor.id)} as followers`;
const ownFollowing = (personId: string) =>
  listOf(Prisma.sql`
    select f."personId" from followers f
    where request."organisationId" is not null and f."requestId" = request.id and f."personId" = ${personId}::uuid`);

const invitations = listOf(Prisma.sql`
  select i.id, i.email, ${nameOf(Prisma.sql`i."invitedById"`)} as "invitedBy", i."createdAt", i."expiresAt"
  from invitations i
  where i."requestId" = request.id and i."acceptedAt" is null and i."withdrawnAt" is null
  order by i."createdAt" limit ${maxOnRequest}`);
