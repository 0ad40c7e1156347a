import { expect, it } from "vitest";
import { foldAgain } from "@/scripts/schema/fold";
import { anOldDatabase } from "../../support/old-database";

const { client, migrateUntil } = anOldDatabase("upgrade_languages");

const many = 2_500;

it("an upgrade folds again what its languages change, goes on where it was broken off, and leaves the rest as it is", async () => {
  await migrateUntil("_words_of_languages/");
  await client().query(
    `insert into people (id, email, name, role) values (gen_random_uuid(), 'a@a.test', 'أحمد', 'agent'), (gen_random_uuid(), 'b@a.test', 'Zoë', 'customer');
     insert into help_articles (id, slug, language, title, category, body, position, "createdAt")
       values (gen_random_uuid(), 'a', 'ar', 'أسئلة', '', 'الطابعة', 1, now());
     insert into categories (id, slug, name, description, position) values (gen_random_uuid(), 'all', 'All', '', 1);
     insert into request_types (id, "categoryId", slug, name, description, icon, position)
       select gen_random_uuid(), id, 'plain', 'Plain', '', 'help', 1 from categories;
     insert into form_versions (id, "typeId", version, fields) select gen_random_uuid(), id, 1, '[]' from request_types;
     insert into requests (id, "requesterId", "formVersionId", summary, answers, "searchText", "submissionKey", "createdAt", "lastActivityAt", "waitingSince")
       select gen_random_uuid(), p.id, f.id, case when n % 5 = 0 then 'Plain' else 'طلب رقم ٤٢' end, '{}', 'إجراء', gen_random_uuid(), now(), now(), now()
       from people p, form_versions f, generate_series(1, ${many}) n where p.role = 'customer';
     insert into comments (id, "requestId", "authorId", body, "createdAt")
       select gen_random_uuid(), id, "requesterId", 'Grüße', now() from requests limit 10;
     insert into notes (id, "requestId", "authorId", body, "createdAt")
       select gen_random_uuid(), id, "requesterId", 'ملاحظة ۱۲', now() from requests limit 10;
     insert into agent_answers ("requestId", answers, "searchText") select id, '{}', 'إجراء ٤٢' from requests limit 1;`,
  );
  await migrateUntil();
  const left = await count("to_fold");
  expect(left).toBe(many + 10 + 2 + 1);
  // A part is done, and then the upgrade is broken off.
  const once = { query: brokenOffAt(2) } as unknown as Parameters<typeof foldAgain>[0];
  await expect(foldAgain(once)).rejects.toThrow("broken off");
  expect(await count("to_fold")).toBe(left - 1_000);
  await foldAgain(client());
  expect(await count("to_fold")).toBe(0);
  for (const [table, text] of [
    ["notes", "body"],
    ["people", "name || ' ' || email"],
    ["agent_answers", '"searchText"'],
    ["help_articles", "title || ' ' || body"],
  ])
    expect(await stale(`select from ${table} where folded <> fold(${text})`)).toBe(0);
  expect(
    await stale(`select from passages p left join requests r on r.id = p."sourceId" left join comments c on c.id = p."sourceId"
      where p.folded <> fold(coalesce(r.summary || E'\\n' || r."searchText", c.body))`),
  ).toBe(0);
  expect(await count("passages")).toBe(many + 10);
  expect(await words()).toEqual(
    expect.arrayContaining(["42", "12", "اجراء", "ملاحظه"].filter(word => word.length > 2)),
  );
});

/** Queries as the client does, and throws when the second part begins. */
function brokenOffAt(most: number) {
  let begun = 0;
  return async (text: string) => {
    if (text === "begin" && ++begun === most) throw new Error("broken off");
    return client().query(text);
  };
}

async function words(): Promise<string[]> {
  const { rows } = await client().query<{ word: string }>("select distinct word from vocabulary");
  return rows.map(({ word }) => word);
}

async function count(table: string): Promise<number> {
  const { rows } = await client().query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return rows[0]?.count ?? 0;
}

const stale = async (query: string) => (await client().query(query)).rowCount;
