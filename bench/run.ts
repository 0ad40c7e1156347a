// `npm run bench`: fills a desk of its own and measures how long its pages take, and what many files at once cost.
// With `-- --only reads`, `pages` or `uploads` only that. With `-- --quick` the processor time of each page of a small
// desk, and with `--against <commit or folder>` that of another build as well. Numbers depend on the machine; what must
// hold on any (a larger desk makes nobody wait longer) is tested in tests/domain/growth.test.ts.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startCluster } from "@/scripts/postgres/cluster";
import { checkSettings, keep, prepareEnvironment } from "@/scripts/settings";
import { measureQuickly } from "./quick";

const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "100000" },
    only: { type: "string" },
    quick: { type: "boolean", default: false },
    against: { type: "string" },
  },
});

Object.assign(process.env, { DATABASE_URL: "", WORKER: "off" });
prepareEnvironment();
await checkSettings(true);
const cluster = await startCluster({ folder: join(keep, "bench-database"), durable: false });
try {
  if (values.quick) await measureQuickly(cluster, values.against);
  else {
    // Imported here, because it needs the generated database client, which a fresh checkout has not got.
    const { measureLargeDesk } = await import("./large");
    await measureLargeDesk(cluster, Number(values.requests), values.only);
  }
} finally {
  await cluster.stop();
}
