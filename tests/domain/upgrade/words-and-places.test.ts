import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Field } from "@/lib/catalog/fields";
import { searchTextOf } from "@/lib/catalog/search-text";
import { isPlace } from "@/lib/drafts/places";
import { type EventType, vocabulary } from "@/lib/events/types";
import { anOldDatabase } from "../../support/old-database";

const { client, migrateUntil } = anOldDatabase("upgrade_words");

it("an upgrade finds earlier requests, notes and people by the same words as those that are written after it", async () => {
  await migrateUntil("_one_list/");
  const fields = [
    { key: "text", label: "Text", kind: "text" },
    { key: "since", label: "Since", kind: "date_time" },
    { key: "agreed", label: "Agreed", kind: "checkbox" },
    { key: "log", label: "Log", kind: "file" },
    { key: "where", label: "Where", kind: "multiple_choice", options: [{ value: "ff", label: "Fire Fox" }] },
  ] as Field[];
  const answers = {
    text: "Größe",
    since: "2026-11-25T09:30[Asia/Calcutta]",
    agreed: "yes",
    log: [{ id: "x", name: "log.txt" }],
    where: ["ff", "elsewhere"],
  };
  const person = "00000000-0000-4000-8000-000000000003";
  await client().query("set session_replication_role = replica");
  await client().query(
    `insert into form_versions (id, "typeId", version, fields)
     values ('00000000-0000-4000-8000-000000000002', gen_random_uuid(), 1, $1)`,
    [JSON.stringify(fields)],
  );
  await client().query("set session_replication_role = origin");
  await client().query(`insert into people (id, email, name) values ('${person}', 'zoe@a.test', 'Zoë')`);
  await client().query(
    `insert into requests (id, "requesterId", "formVersionId", summary, answers, "submissionKey", "createdAt", "lastActivityAt", "waitingSince")
     values (gen_random_uuid(), $1, '00000000-0000-4000-8000-000000000002', 'Every kind', $2, gen_random_uuid(), now(), now(), now())`,
    [person, JSON.stringify(answers)],
  );
  await client().query(
    `insert into notes (id, "requestId", "authorId", body, "createdAt")
     select gen_random_uuid(), id, $1, 'A Señor', now() from requests where summary = 'Every kind'`,
    [person],
  );
  const before = await client().query("select folded, words from requests where summary = 'Every kind'");
  await migrateUntil("_event_vocabulary/");
  const after = await client().query<{ searchText: string; folded: string; words: string }>(
    `select "searchText", folded, words from requests where summary = 'Every kind'`,
  );
  const [row] = after.rows;
  expect({ folded: row?.folded, words: row?.words }).toEqual(before.rows[0]);
  expect(row?.searchText).toBe(searchTextOf(fields, answers as never));
  // Written once more by what is new, it is found by the same words.
  await client().query(`update requests set "searchText" = "searchText" where summary = 'Every kind'`);
  const again = await client().query("select folded, words from requests where summary = 'Every kind'");
  expect(again.rows).toEqual(before.rows);
  const others = await client().query(
    "select notes.folded as note, people.folded as person from notes, people where people.id = $1",
    [person],
  );
  expect(others.rows).toEqual([{ note: " a senor", person: " zoe zoe a test" }]);
});

it("an upgrade moves the words that events kept next to them, and leaves ids and closed values", async () => {
  await migrateUntil("_event_vocabulary/");
  const [vera, ada, mail] = [randomUUID(), randomUUID(), randomUUID()];
  await client().query("set session_replication_role = replica");
  await client().query(
    `insert into people (id, email, name) values ('${vera}', 'vera@people.test', 'Vera Berg'), ('${ada}', 'ada@people.test', 'Ada')`,
  );
  await client().query(
    `insert into suppressions (email, kind, reason, at) values ('gone@people.test', 'bounced', '', now())`,
  );
  await client().query(
    `insert into email_changes (id, "personId", email, "expiresAt", "createdAt")
     values ('${mail}', '${vera}', 'berg@people.test', now(), now() - interval '1 minute')`,
  );
  const changes = [{ key: "summary", before: "Two columns", after: "Three columns of Vera Lind" }];
  const from = "vera@people.test";
  const old: [type: string, data: object, by: string | null][] = [
    ["sign_up_asked", { email: "new@people.test" }, null],
    ["person_renamed", { from: "Vera Lind", to: "Vera Berg" }, vera],
    ["email_change_asked", { email: "berg@people.test" }, vera],
    ["email_changed", { from: "lind@people.test", to: "vera@people.test" }, vera],
    ["suppression_lifted", { email: "gone@people.test" }, ada],
    ["reply_accepted", { mailId: mail, from, as: "comment" }, ada],
    ["reply_attached", { mailId: mail, from, as: "note" }, ada],
    ["reply_discarded", { mailId: mail, from, cause: "bulk" }, ada],
    ["reply_discarded", { mailId: mail, from, cause: "" }, ada],
    ["request_corrected", { changes }, vera],
    ["invitation_sent", { invitationId: mail, email: "ada@people.test", again: true }, vera],
    ["invitation_withdrawn", { invitationId: mail, email: "ada@people.test" }, vera],
    ["invitation_accepted", { invitationId: mail, email: "ada@people.test" }, ada],
    ["participant_removed", { name: "Ada" }, vera],
    ["request_assigned", { toId: ada, toName: "Ada" }, ada],
    ["request_assigned", { toId: null, toName: null }, ada],
    ["request_moved", { move: "close", from: "resolved", to: "closed", resolution: "done" }, null],
    ["person_created", { role: "agent" }, null],
    ["comment_posted", {}, vera],
  ];
  for (const [type, data, by] of old)
    await client().query(
      `insert into events (type, data, "actorId", "personId", at) values ($1, $2, $3::uuid, $4::uuid, now())`,
      [type, data, by, vera],
    );
  await client().query("set session_replication_role = origin");
  await migrateUntil("_where_links_lead/");

  type Row = { type: string; data: Record<string, unknown>; part: string | null; values: unknown };
  const { rows } = await client().query<Row>(
    `select type, data, part, values from events left join changes on "eventId" = events.id order by events.id`,
  );
  expect(rows.map(({ type }) => type)).toEqual(old.map(([type]) => type));
  for (const { type, data } of rows)
    expect(vocabulary[type as EventType].data.safeParse(data), type).toMatchObject({ success: true });
  expect(JSON.stringify(rows.map(({ data }) => data))).not.toMatch(/people\.test|Vera|Ada|columns/);
  const dataOf = (wanted: string) => rows.flatMap(({ type, data }) => (type === wanted ? [data] : []));
  expect(dataOf("sign_up_asked")).toEqual([{ signUpId: null }]);
  expect(dataOf("email_change_asked")).toEqual([{ changeId: mail }]);
  expect(dataOf("suppression_lifted")).toEqual([{ suppressionId: expect.any(String) }]);
  expect(dataOf("reply_discarded")).toEqual([
    { mailId: mail, cause: "bulk" },
    { mailId: mail, cause: null },
  ]);
  expect(dataOf("invitation_sent")).toEqual([{ invitationId: mail, again: true }]);
  expect(dataOf("request_assigned")).toEqual([{ toId: ada }, { toId: null }]);
  expect(rows.flatMap(({ type, values }) => (values ? [[type, values]] : []))).toEqual([
    ["person_renamed", [{ key: "name", before: "Vera Lind", after: "Vera Berg" }]],
    ["email_changed", [{ key: "email", before: "lind@people.test", after: "vera@people.test" }]],
    ["request_corrected", changes],
  ]);
  expect(rows.flatMap(({ type, part }) => (part ? [[type, part]] : []))).toEqual([
    ["sign_up_asked", "account_mail"],
    ["request_moved", "auto_close"],
    ["person_created", "operator"],
  ]);
  await expect(client().query("update events set type = 'nothing'")).rejects.toThrow(
    /history cannot be rewritten/,
  );
});

it("an upgrade leaves drafts and unsent files with their forms, by whatever name these had before", async () => {
  await migrateUntil("_places_by_page/");
  const places = {
    "comment:LDG-1042": "/requests/LDG-1042#comment",
    "kill:LDG-1042": "/requests/LDG-1042#move-kill",
    "reopen:LDG-1042": "/requests/LDG-1042#move-reopen",
    "edit:LDG-1042+57": "/requests/LDG-1042?edit=57#edit",
    "correct:LDG-1042": "/requests/LDG-1042/correct#correct",
    "answer:LDG-1042": "/agent/requests/LDG-1042#answer",
    "raise:feature-request": "/catalog/feature-request#raise",
    "raise:feature-request+LDG-7": "/catalog/feature-request?follows=LDG-7#raise",
  };
  await client().query("set session_replication_role = replica");
  for (const place of Object.keys(places)) {
    await client().query(
      `insert into drafts ("personId", place, fields, "updatedAt") values (gen_random_uuid(), $1, $2, now())`,
      [place, { body: place }],
    );
    await client().query(
      `insert into files (id, name, type, size, sha256, "ownerId", "createdAt", place, field)
       values (gen_random_uuid(), $1, 'text/plain', 1, '', gen_random_uuid(), now(), $1, 'files')`,
      [place],
    );
  }
  await client().query("set session_replication_role = origin");
  await migrateUntil("_digests_taken_back/");
  const drafts = await client().query<{ was: string; place: string }>(
    "select fields ->> 'body' as was, place from drafts",
  );
  const files = await client().query<{ was: string; place: string }>("select name as was, place from files");
  for (const { rows } of [drafts, files])
    expect(Object.fromEntries(rows.map(({ was, place }) => [was, place]))).toEqual(places);
  for (const place of Object.values(places)) expect(isPlace(place), place).toBe(true);
});

it("an upgrade leaves nothing to send of digests that were taken back", async () => {
  await migrateUntil("_digests_taken_back/");
  await client().query("set session_replication_role = replica");
  for (const [kind, state] of [
    ["taken_back_1", "dead"],
    ["daily_digest", "dead"],
  ])
    await client().query(
      `insert into deliveries (id, "eventId", kind, "to", subject, html, text, headers, state, "dueAt", "createdAt")
       values (gen_random_uuid(), 1, $1, 'a@a.test', 'News', '<p>News</p>', 'News', '{}', $2, now(), now())`,
      [kind, state],
    );
  await client().query("set session_replication_role = origin");
  await migrateUntil();
  const { rows } = await client().query("select kind, state, html, text from deliveries order by kind");
  expect(rows).toEqual([
    { kind: "daily_digest", state: "dead", html: "<p>News</p>", text: "News" },
    { kind: "taken_back_1", state: "cancelled", html: "", text: "" },
  ]);
});

it("a request that the release before writes after the upgrade is found by its summary", async () => {
  await migrateUntil();
  await client().query(
    `insert into requests (id, "requesterId", "formVersionId", summary, answers, "submissionKey", "createdAt", "lastActivityAt", "waitingSince")
     select gen_random_uuid(), id, '00000000-0000-4000-8000-000000000002', 'Late', '{"text": "x"}', gen_random_uuid(), now(), now(), now()
     from people where email = 'zoe@a.test'`,
  );
  const { rows } = await client().query(
    `select folded from passages join requests on requests.id = "requestId" where summary = 'Late'`,
  );
  expect(rows).toEqual([{ folded: " late" }]);
});
