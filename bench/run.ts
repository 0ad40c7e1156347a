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
    // Imported here, because it needs the generated database client, which a fresh checkout lacks.
    const { measureLargeDesk } = await import("./large");
    await measureLargeDesk(cluster, Number(values.requests), values.only);
  }
} finally {
  await cluster.stop();
}
