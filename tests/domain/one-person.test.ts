import { Client } from "pg";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { perform } from "@/lib/entry/perform";
import { aCustomer } from "../support/factories";
import { expectRefusal } from "../support/refusal";
import { settingsInUse } from "../support/settings";

/** Holds the row of a person as a transaction that does not end would, while `work` goes on. */
async function whileHeld(id: string, work: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: settingsInUse().DATABASE_URL });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select id from people where id = $1 for update", [id]);
    await work();
  } finally {
    await client.end();
  }
}

test("one person's actions that wait for the same row leave connections for everybody else", async () => {
  const [person, other] = [await aCustomer(), await aCustomer()];
  const lock = (who: typeof person) =>
    perform(who, act => act.tx.$queryRaw`select id from people where id = ${who.id}::uuid for update`);
  let waiting: Promise<unknown>[] = [];
  await whileHeld(person.id, async () => {
    waiting = Array.from({ length: 20 }, () => lock(person));
    // More than the pool holds, and yet there is room for others and for reads.
    await lock(other);
    expect(await db().$queryRaw`select 1 as one`).toEqual([{ one: 1 }]);
    const { count } = (
      await db().$queryRaw<{ count: bigint }[]>`
        select count(*) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`
    )[0] ?? { count: 0n };
    expect(Number(count)).toBeLessThanOrEqual(3);
  });
  await Promise.all(waiting);
});

test("whoever asks for far too much at once is told to wait", async () => {
  const person = await aCustomer();
  const answers = Array.from({ length: 54 }, () => perform(person, async () => "done"));
  await expectRefusal(answers[53] as Promise<unknown>, "too_many", /Too much at once/);
  expect(new Set(await Promise.all(answers.slice(0, 53)))).toEqual(new Set(["done"]));
});
