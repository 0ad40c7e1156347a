import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Cluster, startCluster } from "@/scripts/postgres/cluster";
import { checkSettings, keep, prepareEnvironment } from "@/scripts/settings";
import { measureBrowser } from "./browser";
import { measureBuilds, measureCustomers, measureGrowth, type Results, settings } from "./compare";
import { dropLeftovers } from "./leftovers";
import { printRecorded, printResults } from "./print";
import { reportResults } from "./report";
import { soak } from "./soak";
import { recordDesk, writeBudget } from "./untimed";

const { values } = parseArgs({
  options: {
    requests: { type: "string" },
    quick: { type: "boolean", default: false },
    against: { type: "string" },
    growth: { type: "boolean", default: false },
    customers: { type: "boolean", default: false },
    soak: { type: "string" },
    browser: { type: "boolean", default: false },
    untimed: { type: "boolean", default: false },
    budget: { type: "boolean", default: false },
    only: { type: "string" },
    report: { type: "boolean", default: false },
    json: { type: "string", default: join(keep, "bench.json") },
  },
});

const requests = (otherwise: number) => Number(values.requests ?? otherwise);

async function measure(cluster: Cluster): Promise<void> {
  if (values.only === "reads" || values.only === "uploads" || values.only === "bulk") {
    // Imported here, because it needs the generated database client, which a fresh checkout lacks.
    const { measureLargeDesk } = await import("./large");
    return measureLargeDesk(cluster, requests(100_000), values.only);
  }
  if (values.untimed || values.budget) {
    const pages = await recordDesk(cluster, values.against);
    if (values.budget) writeBudget(pages);
    return printRecorded(pages);
  }
  if (values.browser) return measureBrowser(cluster, requests(4_000));
  if (values.soak) return soak(cluster, requests(4_000), Number(values.soak));
  keepResults(await measureTimed(cluster));
}

function measureTimed(cluster: Cluster): Promise<Results> {
  if (values.growth) return measureGrowth(cluster, [1_000, requests(1_000_000)]);
  if (values.customers) return measureCustomers(cluster, requests(20_000), 10_000);
  return measureBuilds(cluster, requests(values.quick ? 4_000 : 20_000), values.against, !values.quick);
}

function keepResults(results: Results): void {
  printResults(results);
  const part = values.growth ? "growth" : values.customers ? "customers" : "pages";
  if (values.report) reportResults(part, results);
  const desks = results.desks.map(({ name, requests, pages, actions, memory }) => {
    return { name, requests, memory, actions, pages: withoutBodies(pages) };
  });
  writeFileSync(values.json, `${JSON.stringify({ ...results, desks }, null, 2)}\n`);
}

const withoutBodies = (pages: Results["desks"][number]["pages"]) =>
  Object.fromEntries(
    Object.entries(pages).map(([name, { packed, statements, ...page }]) => [
      name,
      { ...page, packed: packed.length, statements: statements.map(({ statement }) => statement) },
    ]),
  );

Object.assign(process.env, { DATABASE_URL: "" }, settings);
prepareEnvironment();
await checkSettings(true);
const cluster = await startCluster({ folder: join(keep, "bench-database"), durable: false });
try {
  await dropLeftovers(cluster);
  await measure(cluster);
} finally {
  await cluster.stop();
}
