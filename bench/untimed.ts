import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Cluster } from "@/scripts/postgres/cluster";
import { root } from "@/scripts/settings";
import { type Budget, spentBy } from "./budget";
import { openBuild, seedWith, start, workingTree } from "./builds";
import { type Recorded, recordPages } from "./recorded";

const port = 3980;
const requests = 300;
const budgetFile = join(root, "bench", "budget.json");

/** Statements, bytes and constructions of each page, which do not depend on how busy the machine is. */
export async function recordDesk(
  cluster: Cluster,
  refOrFolder: string | undefined,
): Promise<Record<string, Recorded>> {
  const name = `bench_${process.pid}`;
  const build = refOrFolder ? openBuild(refOrFolder) : workingTree;
  try {
    await cluster.createDatabase(name);
    const seed = seedWith(build, cluster.url(name), requests);
    // Starting it builds it.
    await (await start(build, cluster.url(name), port)).stop();
    return await recordPages(build, cluster.url(name), port, seed, refOrFolder ? "timed" : "all");
  } finally {
    await cluster.dropDatabase(name);
  }
}

/** Makes what pages take now the most that they may. */
export function writeBudget(pages: Record<string, Recorded>): void {
  const budget: Budget = Object.fromEntries(
    Object.entries(pages).map(([name, page]) => {
      const spent = spentBy(page);
      // A name or a date may be longer another time.
      const roundUp = (bytes: number) => Math.ceil((bytes * 1.01) / 500) * 500;
      return [name, { ...spent, html: roundUp(spent.html), flight: roundUp(spent.flight) }];
    }),
  );
  writeFileSync(budgetFile, `${JSON.stringify(budget, null, 2)}\n`);
}
