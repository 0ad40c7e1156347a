// `npm run bench`: fills a desk of its own and measures how long its pages take, and what many files at once cost.
// With `-- --only reads`, `pages` or `uploads` only that. With `-- --quick` the processor time of each page of a small
// desk, and with `--against <commit or folder>` that of another build as well. Numbers depend on the machine; what must
// hold on any (a larger desk makes nobody wait longer) is tested in tests/domain/growth.test.ts.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startCluster } from "@/scripts/postgres/cluster";
import { load } from "@/scripts/prepare";
import { applyMigrations } from "@/scripts/schema/migrate";
import { checkSettings, keep, prepareEnvironment } from "@/scripts/settings";
import { fill } from "./fill";
import { measureReads, measureWeb } from "./measure";
import { startPages } from "./pages";
import { measureQuickly } from "./quick";
import { measureUploads } from "./uploads";

const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "100000" },
    only: { type: "string" },
    quick: { type: "boolean", default: false },
    against: { type: "string" },
  },
});
const requests = Number(values.requests);

Object.assign(process.env, { DATABASE_URL: "", WORKER: "off" });
prepareEnvironment();
await checkSettings(true);
const cluster = await startCluster({ folder: join(keep, "bench-database"), durable: false });
try {
  if (values.quick) await measureQuickly(cluster, values.against);
  else await measureLargeDesk();
} finally {
  await cluster.stop();
}

async function measureLargeDesk(): Promise<void> {
  const name = `bench_${process.pid}`;
  try {
    await cluster.createDatabase(name);
    process.env.DATABASE_URL = cluster.url(name);
    await applyMigrations(cluster.url(name));
    await load("catalog");
    console.log(`Filling a desk with ${requests.toLocaleString("en")} requests …`);
    await fill(cluster.url(name), { people: Math.ceil(requests / 20), requests, commentsEach: 3 });
    const { makeWorld } = await import("./world");
    const world = await makeWorld();
    const isWanted = (part: string) => (values.only ?? part) === part;
    if (isWanted("reads")) {
      console.log("\nWhat each page asks of the database");
      console.table(await measureReads(world));
    }
    const pages = await startPages(world);
    try {
      if (isWanted("pages")) {
        console.log("\nPages, signed in, ten at a time");
        console.table(await measureWeb(pages));
      }
      if (isWanted("uploads")) {
        console.log("\nMany files at once");
        for await (const row of measureUploads(pages)) console.table(row);
      }
    } finally {
      pages.stop();
    }
  } finally {
    const { db } = await import("@/lib/db");
    await db().$disconnect();
    await cluster.dropDatabase(name);
  }
}
