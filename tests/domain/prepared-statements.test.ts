import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { promisify } from "node:util";
import { Client, Pool } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db, type Tx, transaction } from "@/lib/db";
import { type LimitedQuery, makeNames, prepareStatements } from "@/lib/prepared-statements";
import { setSettings, settingsInUse } from "../support/settings";

// In a process of its own, because the names are limited per process.
setSettings({ DATABASE_PREPARED: "auto" });

type Mode = Parameters<typeof prepareStatements>[0];

const operator = new Client({ connectionString: settingsInUse().DATABASE_URL });
beforeAll(() => operator.connect());
afterAll(() => operator.end());

const pools: Pool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.end();
});

function openPool(mode: Mode, connectionString = settingsInUse().DATABASE_URL): Pool {
  const pool = new Pool({
    connectionString,
    max: 1,
    ...prepareStatements(mode, "set statement_timeout = 0"),
  });
  pools.push(pool);
  return pool;
}

const ask = (pool: Pool, text: string, values: unknown[] = []) => pool.query({ text, values });

async function askOften(pool: Pool, text: string, values: unknown[] = []): Promise<void> {
  for (let time = 0; time < 5; time++) await ask(pool, text, values);
}

async function preparedOn(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query("select statement from pg_prepared_statements");
  return rows.map(({ statement }) => statement);
}

const question = "select $1::int + 1 as sum";

describe("a statement", () => {
  it("that is repeated is planned once for its connection", async () => {
    const pool = openPool("auto");
    await askOften(pool, question, [1]);
    expect(await preparedOn(pool)).toEqual([question]);
    expect((await ask(pool, question, [41])).rows).toEqual([{ sum: 42 }]);
  });

  it("that is asked twice is not worth it", async () => {
    const pool = openPool("auto");
    await ask(pool, question, [1]);
    await ask(pool, question, [2]);
    expect(await preparedOn(pool)).toEqual([]);
  });

  it("takes one of at most 100 names, however many there are", async () => {
    const pool = openPool("auto");
    for (let count = 0; count < 200; count++) await askOften(pool, `select ${count} as n`);
    expect(await preparedOn(pool)).toHaveLength(100);
  });

  it("inside a transaction is never prepared", async () => {
    const pool = openPool("auto");
    const client = await pool.connect();
    await client.query("begin");
    // As the pool asks, and as Prisma asks in its transactions.
    const askAsPool = promisify(client.query).bind(client) as (query: object, values?: undefined) => unknown;
    for (let time = 0; time < 5; time++) await askAsPool({ text: question, values: [time] }, undefined);
    for (let time = 0; time < 5; time++) await client.query({ text: question, values: [time] });
    await client.query("commit");
    client.release();
    expect(await preparedOn(pool)).toEqual([]);
  });

  it("that fails by itself says why, prepared or not", async () => {
    const pool = openPool("auto");
    await askOften(pool, "select 1 / $1::int as share", [1]);
    await expect(ask(pool, "select 1 / $1::int as share", [0])).rejects.toThrow(/division by zero/);
  });
});

describe("a statement with a limit", () => {
  const askWithin = async (pool: Pool, milliseconds: number, text: string, values: unknown[] = []) => {
    const query: LimitedQuery = { text, values, milliseconds };
    return (await pool.query(query)).rows;
  };

  it("ends with it, and leaves the connection to others as it was", async () => {
    const pool = openPool("auto");
    const timeout = async () => (await pool.query("show statement_timeout")).rows;
    expect(await askWithin(pool, 200, "select current_setting('statement_timeout') as limit")).toEqual([
      { limit: "200ms" },
    ]);
    expect(await timeout()).toEqual([{ statement_timeout: "0" }]);
    await expect(askWithin(pool, 50, "select pg_sleep(60)")).rejects.toThrow(/statement timeout/);
    expect(await timeout()).toEqual([{ statement_timeout: "0" }]);
  });

  it("is planned once for its connection, and once more where that plan no longer fits", async () => {
    const pool = openPool("auto");
    for (let time = 0; time < 3; time++)
      expect(await askWithin(pool, 1_000, question, [time])).toEqual([{ sum: time + 1 }]);
    expect(await preparedOn(pool)).toEqual([question]);
    await pool.query("deallocate all");
    expect(await askWithin(pool, 1_000, question, [41])).toEqual([{ sum: 42 }]);
  });

  it("writes nothing", async () => {
    const pool = openPool("auto");
    await expect(askWithin(pool, 1_000, "delete from versions")).rejects.toThrow(/read-only transaction/);
  });
});

describe("with a pooler in between", () => {
  it("nothing is prepared unless the operator says so", async () => {
    const pooler = await startPooler();
    const [auto, on] = [openPool("auto", pooler.url), openPool("on", pooler.url)];
    await askOften(auto, question, [1]);
    await askOften(on, question, [1]);
    expect(await preparedOn(auto)).toEqual([]);
    expect(await preparedOn(on)).toEqual([question]);
    await auto.end();
    await on.end();
    pools.length = 0;
    await pooler.stop();
  });

  it("that forgets what was prepared the answer comes all the same", async () => {
    const pool = openPool("on");
    await askOften(pool, question, [1]);
    await pool.query("deallocate all");
    expect((await ask(pool, question, [41])).rows).toEqual([{ sum: 42 }]);
  });

  it("that mixes up sessions the answer comes all the same", async () => {
    const pool = openPool("on");
    const names = makeNames();
    names.nameOf(question);
    names.nameOf(question);
    await pool.query(`prepare "${names.nameOf(question)}" as select 0 as other`);
    await askOften(pool, question, [1]);
    expect((await ask(pool, question, [41])).rows).toEqual([{ sum: 42 }]);
  });
});

it("the operator can have nothing prepared", async () => {
  const pool = openPool("off");
  await askOften(pool, question, [1]);
  expect(await preparedOn(pool)).toEqual([]);
});

describe("a migration that changes the type of a column under a running desk", () => {
  beforeEach(() => operator.query("create table measured (value int); insert into measured values (1)"));
  afterEach(() => operator.query("drop table measured"));
  const migrate = () => operator.query("alter table measured alter column value type text");

  /** Until several connections have prepared it. */
  async function readOften(read: () => Promise<unknown>): Promise<void> {
    for (let time = 0; time < 5; time++) await Promise.all(Array.from({ length: 5 }, read));
    const prepared = await db()
      .$queryRaw`select from pg_prepared_statements where statement like 'select value from measured%'`;
    expect(prepared).not.toEqual([]);
  }

  it("is read by every connection that has prepared a statement about it", async () => {
    const read = () => db().$queryRaw`select value from measured`;
    await readOften(read);
    await migrate();
    const rows = await Promise.all(Array.from({ length: 5 }, read));
    expect(rows).toEqual(Array(5).fill([{ value: "1" }]));
  });

  it("does not undo a transaction, even one that had begun before", async () => {
    const read = (tx: Tx) => tx.$queryRaw`select value from measured order by value`;
    await readOften(() => read(db()));
    await transaction(async tx => {
      await tx.$queryRaw`select 1 as begun`;
      await migrate();
      await tx.$executeRaw`insert into measured values ('two')`;
      expect(await read(tx)).toEqual([{ value: "1" }, { value: "two" }]);
    });
    expect(await read(db())).toEqual([{ value: "1" }, { value: "two" }]);
  });
});

/** Passes everything on and, as poolers do, reports a process id of its own making. */
async function startPooler(): Promise<{ url: string; stop(): Promise<void> }> {
  const far = new URL(settingsInUse().DATABASE_URL);
  const keyData = Buffer.from([0x4b, 0, 0, 0, 12]);
  const server = createServer(near => {
    const other: Socket = connect(Number(far.port), far.hostname);
    near.pipe(other).on("data", (chunk: Buffer) => {
      const at = chunk.indexOf(keyData);
      if (at >= 0) chunk.writeInt32BE(chunk.readInt32BE(at + 5) ^ 0x55_55_55, at + 5);
      near.write(chunk);
    });
    const close = () => {
      near.destroy();
      other.destroy();
    };
    for (const end of [near, other]) end.on("error", close).on("close", close);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = new URL(far);
  url.port = String(typeof address === "object" && address ? address.port : "");
  return {
    url: url.href,
    async stop() {
      server.close();
      await once(server, "close");
    },
  };
}
