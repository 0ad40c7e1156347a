import "server-only";
import { findChangedFiles } from "../attachments/check";
import { db, Prisma } from "../db";
import { vocabulary } from "../events/types";
import { editionTypes } from "../requests/changes";

export type Finding = { promise: string; broken: string[] };

/** At most this many examples of each broken promise are named. */
const most = 20;

/** Each promise with what finds the rows that break it, as one text a row. */
const promises: Record<string, Prisma.Sql> = {
  "Every request was raised once": Prisma.sql`
    select 'request ' || number as what from requests
    where (select count(*) from events
           where events."requestId" = requests.id and type = 'request_submitted') <> 1`,
  "Every request belongs to who raised it": Prisma.sql`
    select 'request ' || number as what from requests
    where not exists (select 1 from members
                      where "requestId" = requests.id and "personId" = "requesterId" and role = 'requester')`,
  "Every status is where the history leads": Prisma.sql`
    select 'request ' || number as what from requests
    where status::text <> coalesce(
      (select data ->> 'to' from events where events."requestId" = requests.id and type = 'request_moved'
       order by events.id desc limit 1), 'waiting_for_support')`,
  "Every request was confirmed to its requester once": Prisma.sql`
    select 'request ' || number as what from requests
    where (select count(*) from deliveries
           where deliveries."requestId" = requests.id and kind = 'request_received'
             and "personId" = "requesterId") <> 1`,
  "Every comment and every note stands in the history once": Prisma.sql`
    select 'comment ' || id as what from comments
    where (select count(*) from events where "commentId" = comments.id) <> 1
    union all
    select 'note ' || id as what from notes
    where (select count(*) from events where "noteId" = notes.id) <> 1`,
  "What managers can search is what they may see": Prisma.sql`
    select 'passage ' || "sourceId" as what from passages join requests on requests.id = "requestId"
    where passages."organisationId" is distinct from case when not "isPrivate" then requests."organisationId" end`,
  "Whoever has an address of an organisation's domain belongs to it, and nobody else by their address": Prisma.sql`
    select 'person ' || coalesce(people.id, m."personId") as what from people
    left join organisation_domains d on d.domain = domain_of(email)
    full join (select * from organisation_members where "isByDomain") m
      on m."personId" = people.id and m."organisationId" = d."organisationId"
    where (m."personId" is null) <> (d.id is null)`,
  "Every request and every comment can be searched by its requester": Prisma.sql`
    select 'request ' || number as what from requests
    where not exists (select 1 from passages
      where "sourceId" = requests.id and "requestId" = requests.id and passages."requesterId" = requests."requesterId")
    union all
    select 'comment ' || comments.id as what from comments
    where not exists (select 1 from passages join requests on requests.id = passages."requestId"
      where "sourceId" = comments.id and passages."requestId" = comments."requestId"
        and passages."requesterId" = requests."requesterId")`,
  "Of files, the names of those can be searched that everybody on the request sees": Prisma.sql`
    select 'file ' || files.id as what from files
    where ("requestId" is not null and "noteId" is null) <> exists (select 1 from passages
      where "sourceId" = files.id and passages."requestId" = files."requestId")`,
  "Every edit kept the earlier words": Prisma.sql`
    select 'comment ' || comments.id as what from comments
    where ("editedAt" is not null or exists (select 1 from earlier_words where "commentId" = comments.id))
      and (select count(*) from earlier_words where "commentId" = comments.id) <>
        (select count(*) from events where events."requestId" = comments."requestId"
           and type = 'comment_edited' and data ->> 'commentId' = comments.id::text)`,
  "Every event is of a known type, and names who or what acted": Prisma.sql`
    select 'event ' || id as what from events
    where type <> all(${Object.keys(vocabulary)}) or ("actorId" is null and part is null)`,
  "Every correction stands in the history": Prisma.sql`
    select 'request ' || number as what from requests
    where edition <> 1 + (select count(*) from events
                          where events."requestId" = requests.id and type = any(${editionTypes}))`,
  "Everybody on a request was told of each comment by others": Prisma.sql`
    select 'event ' || events.id as what from events
    join members on members."requestId" = events."requestId"
    where events."commentId" is not null and members."addedAt" < events.at
      and members."personId" is distinct from events."actorId"
      and not exists (select 1 from events as quiet
        where quiet."personId" = members."personId" and quiet."requestId" = events."requestId"
          and quiet.type = 'request_muted')
      and not exists (select 1 from events as absent
        where absent."personId" = members."personId" and absent.type = 'person_suspended')
      and not exists (select 1 from notices
        where notices."eventId" = events.id and notices."personId" = members."personId")
      and not exists (select 1 from deliveries
        where deliveries."eventId" = events.id and deliveries."personId" = members."personId")`,
  "What members repeat of their request is true": Prisma.sql`
    select 'request ' || number as what from members join requests on requests.id = "requestId"
    where members."isOpen" <> requests."isOpen" or members."lastActivityAt" <> requests."lastActivityAt"`,
  "No mail waits for somebody who may not see its request": Prisma.sql`
    select 'mail ' || deliveries.id as what from deliveries
    join people on people.id = "personId"
    where state = 'held' and "requestId" is not null and people.role = 'customer'
      and not exists (select 1 from members
        where members."requestId" = deliveries."requestId" and members."personId" = people.id)`,
  // A worker that has the mail in hand at that time may still send it.
  "Nobody was written to after they were taken off a request": Prisma.sql`
    select 'mail ' || deliveries.id as what from deliveries
    join people on people.id = deliveries."personId" and people.role = 'customer'
    join events on events."requestId" = deliveries."requestId" and events."personId" = deliveries."personId"
      and events.type in ('participant_removed', 'participant_left')
    where state = 'sent' and deliveries."createdAt" < events.at
      and "sentAt" > events.at + interval '3 minutes'
      and not exists (select 1 from members
        where members."requestId" = deliveries."requestId" and members."personId" = people.id)`,
  "What only agents are asked is in no answers that customers read": Prisma.sql`
    select 'request ' || number as what from requests
    join form_versions on form_versions.id = requests."formVersionId"
    where exists (select from jsonb_array_elements("agentFields") asked where answers ? (asked ->> 'key'))`,
  "Every file that an answer names lies on its request": Prisma.sql`
    select 'request ' || number as what from requests
    cross join lateral jsonb_each(answers) as answer
    cross join lateral jsonb_array_elements(
      case jsonb_typeof(answer.value) when 'array' then answer.value else '[]' end) as one
    where jsonb_typeof(one) = 'object' and not exists (select 1 from files
      where files.id::text = one ->> 'id' and files."requestId" = requests.id)`,
  "Every file with a comment or a note lies on its request": Prisma.sql`
    select 'file ' || files.id as what from files
    left join comments on comments.id = "commentId" left join notes on notes.id = "noteId"
    where coalesce(comments."requestId", notes."requestId", files."requestId")
      is distinct from files."requestId"`,
  "Every mail that was sent is kept as it was sent": Prisma.sql`
    select 'delivery ' || id as what from deliveries where state = 'sent' and subject is null`,
  "No code or link is kept once its mail is sent, cancelled or given up": Prisma.sql`
    select 'delivery ' || id as what from deliveries
    where sealed is not null and (state in ('sent', 'cancelled', 'dead') or "expiresAt" < now() - interval '1 hour')`,
  "No mail has been in a worker's hand for an hour": Prisma.sql`
    select 'mail ' || id as what from deliveries
    where state = 'sending' and "leaseUntil" < now() - interval '1 hour'`,
};

/** One promise after the other, each with what breaks it. */
export function* examineEach(): Generator<() => Promise<Finding>> {
  for (const [promise, sql] of Object.entries(promises))
    yield async () => {
      const rows = await db().$queryRaw<{ what: string }[]>`${sql} limit ${most}`;
      return { promise, broken: rows.map(({ what }) => what) };
    };
}

/** Looks whether the desk keeps its promises; reads only. Slow on a large desk: it reads every table. */
export async function examine(): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const look of examineEach()) findings.push(await look());
  findings.push({ promise: "Every file is what it was when it came", broken: await findChangedFiles(most) });
  return findings;
}
