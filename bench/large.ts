import { db } from "@/lib/db";
import type { Cluster } from "@/scripts/postgres/cluster";
import { load } from "@/scripts/prepare";
import { applyMigrations } from "@/scripts/schema/migrate";
import { fill } from "./fill";
import { measureReads, measureWeb } from "./measure";
import { startPages } from "./pages";
import { measureUploads } from "./uploads";
import { makeWorld } from "./world";

/** Prints response times of queries, pages and uploads, or of `only` one of these. */
export async function measureLargeDesk(
  cluster: Cluster,
  requests: number,
  only: string | undefined,
): Promise<void> {
  const name = `bench_${process.pid}`;
  try {
    await cluster.createDatabase(name);
    process.env.DATABASE_URL = cluster.url(name);
    await applyMigrations(cluster.url(name));
    await load("catalog");
    console.log(`Filling a desk with ${requests.toLocaleString("en")} requests …`);
    await fill(cluster.url(name), { people: Math.ceil(requests / 20), requests, commentsEach: 3 });
    const world = await makeWorld();
    const isWanted = (part: string) => (only ?? part) === part;
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
    await db().$disconnect();
    await cluster.dropDatabase(name);
  }
}
