import { db } from "@/lib/db";
import type { Cluster } from "@/scripts/postgres/cluster";
import { load } from "@/scripts/prepare";
import { applyMigrations } from "@/scripts/schema/migrate";
import { measureBulkRuns } from "./bulk-runs";
import { fillDesk } from "./desk/fill";
import { measureReads } from "./measure";
import { startPages } from "./pages";
import { measureUploads } from "./uploads";
import { makeWorld } from "./world";

/** Prints how long each query takes, uploads of many files at once, or bulk runs. */
export async function measureLargeDesk(
  cluster: Cluster,
  requests: number,
  part: "reads" | "uploads" | "bulk",
): Promise<void> {
  const name = `bench_${process.pid}`;
  try {
    await cluster.createDatabase(name);
    process.env.DATABASE_URL = cluster.url(name);
    await applyMigrations(cluster.url(name));
    await load("catalog");
    console.log(`Filling a desk with ${requests.toLocaleString("en")} requests …`);
    await fillDesk(cluster.url(name), { requests });
    const world = await makeWorld();
    if (part === "reads") {
      console.log("\nWhat each page asks of the database");
      console.table(await measureReads(world));
      return;
    }
    if (part === "bulk") {
      console.log("\nRuns of a thousand requests");
      console.table(await measureBulkRuns(world));
      return;
    }
    const pages = await startPages(world);
    try {
      console.log("\nMany files at once");
      for await (const row of measureUploads(pages)) console.table(row);
    } finally {
      pages.stop();
    }
  } finally {
    await db().$disconnect();
    await cluster.dropDatabase(name);
  }
}
