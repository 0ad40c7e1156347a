import type { Cluster } from "@/scripts/postgres/cluster";
import { seedWith, start, workingTree } from "./builds";
import { withDatabases } from "./compare";
import { busyVisits } from "./memory";
import { findWithin, memoryOf } from "./processes";
import { prepareVisits } from "./visits";

const port = 3990;
const everySeconds = 10;

/** Prints what the server process holds while eight visit at a time for some minutes, and how many visits failed. */
export function soak(cluster: Cluster, requests: number, minutes: number): Promise<void> {
  return withDatabases(cluster, 1, async ([name = ""]) => {
    await cluster.createDatabase(name);
    const seed = seedWith(workingTree, cluster.url(name), requests);
    const server = await start(workingTree, cluster.url(name), port);
    try {
      const visitors = Object.values(await prepareVisits(server.url, seed));
      const pid = findWithin(server.pid, "web.mjs");
      const rows: Record<string, number>[] = [];
      let failed = 0;
      let visits = 0;
      const count = (isGood: boolean) => (isGood ? visits++ : failed++);
      const held = () => {
        try {
          return Math.round(memoryOf(pid));
        } catch {
          // It has ended.
          return 0;
        }
      };
      const watch = setInterval(() => {
        rows.push({
          seconds: (rows.length + 1) * everySeconds,
          MiB: held(),
          visits,
          failed,
        });
      }, everySeconds * 1_000);
      try {
        await busyVisits(server.url, visitors, minutes * 60_000, count);
      } finally {
        clearInterval(watch);
        console.table(rows);
      }
    } finally {
      await server.stop();
    }
  });
}
