import { expect, it } from "vitest";
import { anOldDatabase } from "../../support/old-database";

const { client, migrateUntil } = anOldDatabase("upgrade_mails");

it("an upgrade lets mails go that a limit held before, and leaves those of unknown fate to an admin", async () => {
  await migrateUntil("_limits/");
  // Rows without the people and events that they belong to.
  await client().query("set session_replication_role = replica");
  const hold = (reason: string) =>
    client().query(
      `insert into deliveries (id, "eventId", kind, "to", subject, html, text, headers, state, reason, "dueAt", "createdAt")
       values (gen_random_uuid(), 1, $1, 'a@a.test', '', '', '', '{}', 'held', $1, now(), now())`,
      [reason],
    );
  const capped = [
    "More than 30 mails to this address within an hour.",
    "More than 30 mails about this request within an hour.",
    "More than 20 invitations by one person within a day.",
  ];
  const doubtful = "It may have been sent before the desk stopped.";
  for (const reason of [...capped, doubtful]) await hold(reason);
  await client().query("set session_replication_role = origin");
  await migrateUntil("_moments_as_read/");
  const { rows } = await client().query<{ reason: string }>(
    `select reason from deliveries where state = 'held' and "heldUntil" <= now()`,
  );
  expect(rows.map(({ reason }) => reason).toSorted()).toEqual(capped.toSorted());
});

it("an upgrade finds moments of earlier requests by their place, and no longer by the region of their zone", async () => {
  await migrateUntil("_moments_as_read/");
  await client().query("set session_replication_role = replica");
  await client().query(
    `insert into form_versions (id, "typeId", version, fields)
     values ('00000000-0000-4000-8000-000000000001', gen_random_uuid(), 1, '[{"key": "since", "kind": "date_time"}]')`,
  );
  await client().query(
    `insert into requests (id, "requesterId", "formVersionId", summary, answers, "submissionKey", "createdAt", "lastActivityAt", "waitingSince")
     values (gen_random_uuid(), gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'Export',
             '{"since": "2026-11-25T09:30[America/Argentina/Buenos_Aires]"}', gen_random_uuid(), now(), now(), now())`,
  );
  await client().query("set session_replication_role = origin");
  await migrateUntil("_replies_start_work/");
  const { rows } = await client().query<{ folded: string }>("select folded from requests");
  expect(rows).toEqual([{ folded: " export 2026 11 25 09 30 argentina buenos aires" }]);
});

it("an upgrade starts the work on requests that support had answered, and says so in their history", async () => {
  await migrateUntil("_replies_start_work/");
  await client().query("set session_replication_role = replica");
  const requests = await client().query<{ id: string }>(
    `insert into requests (id, "requesterId", "formVersionId", summary, answers, "submissionKey", "createdAt", "lastActivityAt", "waitingSince", status, "deskSpokeLast")
     select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '', '{}', gen_random_uuid(), now(), now(), now(), status::"Status", answered
     from (values ('waiting_for_support', true), ('waiting_for_support', false), ('waiting_for_customer', true)) as before (status, answered)
     returning id`,
  );
  await client().query("set session_replication_role = origin");
  await migrateUntil("_mail_rendered_when_sent/");
  const [answered, ...others] = requests.rows.map(({ id }) => id);
  const { rows } = await client().query(
    `select requests.id, status, version, type, data from requests left join events on "requestId" = requests.id
     where requests.id = any($1)`,
    [requests.rows.map(({ id }) => id)],
  );
  expect(rows.find(({ id }) => id === answered)).toMatchObject({
    status: "in_progress",
    version: 2,
    type: "request_moved",
    data: { move: "start", from: "waiting_for_support", to: "in_progress", resolution: null },
  });
  expect(rows.filter(({ id }) => others.includes(id)).map(({ status, type }) => ({ status, type }))).toEqual(
    expect.arrayContaining([
      { status: "waiting_for_support", type: null },
      { status: "waiting_for_customer", type: null },
    ]),
  );
});

it("an upgrade leaves mails that wait as they are rendered, and empties codes and links that were given up", async () => {
  await migrateUntil("_mail_rendered_when_sent/");
  await client().query("set session_replication_role = replica");
  await client().query("delete from deliveries");
  for (const [kind, isSecret, state] of [
    ["comment_posted", false, "pending"],
    ["set_password", true, "pending"],
    ["log_in_link", true, "dead"],
    ["resolved", false, "dead"],
  ])
    await client().query(
      `insert into deliveries (id, "eventId", kind, "to", subject, html, text, headers, "isSecret", state, "dueAt", "createdAt")
       values (gen_random_uuid(), 1, $1, 'a@a.test', 'Hello', '<p>Words</p>', 'Words', '{"X-Old": "yes"}', $2, $3, now(), now())`,
      [kind, isSecret, state],
    );
  await client().query("set session_replication_role = origin");
  await migrateUntil("_one_list/");
  const { rows } = await client().query(
    `select kind, subject, html, text, headers, sealed, facts, edition from deliveries order by kind`,
  );
  const then = { subject: "Hello", headers: { "X-Old": "yes" }, sealed: null, facts: {}, edition: 1 };
  const words = { html: "<p>Words</p>", text: "Words" };
  expect(rows).toEqual([
    { kind: "comment_posted", ...then, ...words },
    { kind: "log_in_link", ...then, html: "", text: "" },
    { kind: "resolved", ...then, ...words },
    { kind: "set_password", ...then, ...words },
  ]);
});
