import { Client } from "pg";

export type Size = { people: number; requests: number; commentsEach: number };

/** Fills a desk with other people's requests by plain SQL, because its own commands would take far longer. */
export async function fill(databaseUrl: string, { people, requests, commentsEach }: Size): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query(
      `create temp table crowd on commit drop as
         select gen_random_uuid() as id, row_number() over () as place from generate_series(1, $1)`,
      [people],
    );
    // No word of an address may begin like a reference that a test looks for.
    await client.query(
      `insert into people (id, email, name, role)
         select id, 'p' || replace(id::text, '-', '') || '@crowd.test', 'Crowd ' || place, 'customer' from crowd`,
    );
    await client.query(
      `create temp table pile on commit drop as
         select gen_random_uuid() as id, pile.place, crowd.id as "personId", form.id as "formId",
                now() - pile.place * interval '1 minute' as at
         from generate_series(1, $1::int) as pile (place)
         join crowd on crowd.place = 1 + pile.place % (select count(*) from crowd)
         cross join (select id from form_versions order by id limit 1) as form`,
      [requests],
    );
    await client.query(inserts.requests);
    await client.query(inserts.members);
    await client.query(inserts.raised);
    await client.query(inserts.followed);
    await client.query(inserts.notes);
    await client.query(inserts.notices);
    for (let round = 1; round <= commentsEach; round++) await client.query(inserts.comments, [round]);
    await client.query(inserts.files);
    await client.query(inserts.customerNotes);
    await client.query("commit");
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}

const inserts = {
  customerNotes: `
    insert into customer_notes (id, "personId", "writerId", "writtenAt", body)
    select gen_random_uuid(), id, id, now(), 'Prefers the telephone in the morning.' from crowd`,
  files: `
    insert into files (id, name, type, size, sha256, "createdAt", "requestId", "commentId")
    select gen_random_uuid(), 'export.csv', 'text/csv', 3, '', comments."createdAt", "requestId", comments.id
    from comments join pile on pile.id = "requestId"`,
  requests: `
    insert into requests (id, "requesterId", "formVersionId", summary, answers, "searchText", status, "isOpen", "submissionKey",
                          "createdAt", "lastActivityAt", "waitingSince", "resolvedAt", resolution)
    select id, "personId", "formId", 'The export of report ' || place || ' loses a column', '{"details": "It is always the last one."}',
           'It is always the last one.',
           case when place % 4 = 0 then 'waiting_for_support' else 'resolved' end::"Status", place % 4 = 0, gen_random_uuid(),
           at, at, at, case when place % 4 = 0 then null else at end,
           case when place % 4 = 0 then null else 'done'::"Resolution" end
    from pile`,
  members: `
    insert into members ("requestId", "personId", role, "addedAt", "isOpen", "lastActivityAt")
    select id, "personId", 'requester', at, place % 4 = 0, at from pile`,
  raised: `
    insert into events (type, data, "actorId", "requestId", at)
    select 'request_submitted', '{}', "personId", id, at from pile`,
  // The oldest agent follows everything, if there is one.
  followed: `
    insert into events (type, data, "actorId", "personId", "requestId", at)
    select 'request_followed', '{}', agent.id, agent.id, pile.id, at
    from pile cross join (select id from people where role = 'agent' order by id limit 1) agent`,
  notes: `
    insert into notes (id, "requestId", "authorId", body, "createdAt")
    select gen_random_uuid(), id, "personId", 'Seen before.', at from pile where place % 2 = 0`,
  notices: `
    insert into notices ("personId", "requestId", "eventId", kind, "createdAt", "readAt")
    select pile."personId", pile.id, events.id, 'comment_posted', pile.at, case when place % 3 > 0 then pile.at end
    from pile join events on events."requestId" = pile.id`,
  comments: `
    with written as (
      insert into comments (id, "requestId", "authorId", body, "createdAt")
      select gen_random_uuid(), id, "personId", 'The column was there on day ' || (place + $1::int) || ' and gone the day after.', at
      from pile
      returning id, "requestId", "authorId", "createdAt"
    )
    insert into events (type, data, "actorId", "requestId", "commentId", at)
    select 'comment_posted', '{}', "authorId", "requestId", id, "createdAt" from written`,
};
