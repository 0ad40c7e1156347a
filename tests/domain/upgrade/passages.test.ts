import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { actorColumns, type PersonActor, personOf } from "@/lib/actor";
import { db } from "@/lib/db";
import { deskList } from "@/lib/search/desk-list";
import { listRequests } from "@/lib/search/list";
import { readView } from "@/lib/search/own-list";
import { listQueue } from "@/lib/search/queue";
import { readListQuery } from "@/lib/search/view";
import { anOldDatabase } from "../../support/old-database";
import { setSettings } from "../../support/settings";

const { client, url, migrateUntil } = anOldDatabase("upgrade_passages");

const long = "Donaudampfschifffahrt".repeat(950).slice(0, 20_000);
/** Texts as they may have been written, each with a word by which it has to be found. */
const texts: [text: string, word: string][] = [
  ["A walrus on the ice", "walrus"],
  [`The word ${long} does not end`, long.slice(9_000, 9_150)],
  [Array.from({ length: 3_300 }, (_, place) => `ж${place.toString(36)}ё`).join(" "), "ж2jjе"],
  ["請求書が違います。\u{1F468}\u200D\u{1F469}\u200D\u{1F467} 한국어", "書が違"],
  [`towers a${"\u0301\u0323".repeat(9_000)}b, \u202Ereversed\u202C, \uFFFF and \u{10FFFF}`, "reversed"],
  ["&|!:*()'\"\\<>%_ -- ; \u0001\u007F\u00AD", ""],
  ["x".repeat(101), "x".repeat(60)],
];

let people: { customer: PersonActor; agent: PersonActor };
let requests: string[];

async function write(customer: string, agent: string): Promise<string[]> {
  const ids: string[] = [];
  for (const [text] of texts) {
    const { rows } = await client().query<{ id: string }>(
      `insert into requests (id, "requesterId", "formVersionId", summary, answers, "searchText", "submissionKey", "createdAt", "lastActivityAt", "waitingSince")
       select gen_random_uuid(), $1, id, 'Request', '{}', $2, gen_random_uuid(), now(), now(), now() from form_versions returning id`,
      [customer, text],
    );
    const id = rows[0]?.id ?? "";
    ids.push(id);
    await client().query(
      `insert into members ("requestId", "personId", role, "addedAt", "isOpen", "lastActivityAt") values ($1, $2, 'requester', now(), true, now())`,
      [id, customer],
    );
    for (const [table, author, word] of [
      ["comments", customer, "remarked"],
      ["notes", agent, "noted"],
    ])
      await client().query(
        `insert into ${table} (id, "requestId", "authorId", body, "createdAt") values (gen_random_uuid(), $1, $2, $3, now())`,
        [id, author, `${word} ${text}`],
      );
  }
  return ids;
}

const numbersOf = async (ids: string[]) => {
  const { rows } = await client().query("select number from requests where id = any ($1)", [ids]);
  return rows.map(({ number }) => `LDG-${number}`).toSorted();
};
const own = async (q: string) =>
  (await listRequests(people.customer, readView(new URLSearchParams({ q }).toString()))).rows
    .map(row => row.reference)
    .toSorted();
const ofDesk = async (q: string) =>
  (await listQueue(people.agent, readListQuery(deskList, new URLSearchParams({ q }).toString()))).rows
    .map(row => row.reference)
    .toSorted();

beforeAll(async () => {
  setSettings({ DATABASE_URL: url() });
  await migrateUntil("_passages/");
  const [customer, agent] = [randomUUID(), randomUUID()];
  await client().query(
    `insert into people (id, email, name, role) values ('${customer}', 'zoe@a.test', 'Zoë Ångström', 'customer'), ('${agent}', 'ada@a.test', 'Ada', 'agent')`,
  );
  await client().query(
    `with category as (insert into categories (id, slug, name, description, position) values (gen_random_uuid(), 'all', 'All', '', 1) returning id),
      type as (insert into request_types (id, "categoryId", slug, name, description, icon, position)
               select gen_random_uuid(), id, 'plain', 'Plain', '', 'help', 1 from category returning id)
     insert into form_versions (id, "typeId", version, fields) select gen_random_uuid(), id, 1, '[]' from type`,
  );
  requests = await write(customer, agent);
  await migrateUntil();
  const rows = await db().person.findMany({ orderBy: { email: "desc" }, select: actorColumns });
  const [one, other] = rows.map(row => personOf(row, { agentsSee: "all", language: "en-GB", languages: [] }));
  if (!one || !other) throw new Error("Two people were here before the upgrade.");
  people = { customer: one, agent: other };
});

it("an upgrade finds what was written before, however long and odd its words are", async () => {
  const references = await numbersOf(requests);
  for (const [place, [, word]] of texts.entries())
    if (word) {
      const expected = await numbersOf([requests[place] ?? ""]);
      for (const find of [own, ofDesk]) expect(await find(word), word.slice(0, 40)).toEqual(expected);
    }
  expect(await own("remarked")).toEqual(references);
  expect(await ofDesk("angstrom")).toEqual(references);
  expect(await ofDesk("noted")).toEqual(references);
  expect(await own("noted")).toEqual([]);
  expect(await own("angstrom")).toEqual([]);
  expect(await own("walrsu")).toEqual(await own("walrus"));
});

it("an upgrade leaves one passage for each request and comment, as they are folded now", async () => {
  const { rows } = await client().query<{ count: string }>(
    `select count(*) from passages p
     left join (select id, fold(summary || E'\\n' || "searchText") as folded from requests
                union all select id, fold(body) from comments) as written on written.id = p."sourceId"
     where written.folded = p.folded collate "C"`,
  );
  expect(Number(rows[0]?.count)).toBe(2 * texts.length);
  const { rows: all } = await client().query<{ count: string }>("select count(*) from passages");
  expect(all).toEqual(rows);
});

it("what is written after an upgrade is found like what was there before", async () => {
  const { customer, agent } = people;
  const later = await write(customer.id, agent.id);
  for (const [place, [, word]] of texts.entries())
    if (word) {
      const expected = await numbersOf([requests[place] ?? "", later[place] ?? ""]);
      for (const find of [own, ofDesk]) expect(await find(word), word.slice(0, 40)).toEqual(expected);
    }
});
