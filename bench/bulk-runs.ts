import { randomUUID } from "node:crypto";
import type { ActionName } from "@/lib/actions/table";
import { maxRequests } from "@/lib/bulk-runs/input";
import { startRun } from "@/lib/bulk-runs/start";
import { db } from "@/lib/db";
import { workOnRun } from "@/lib/entry/bulk-runs";
import { perform } from "@/lib/entry/perform";
import type { World } from "./reads";

const orders: [ActionName, Record<string, unknown>][] = [
  ["note", { body: "All of these are the same fault." }],
  ["prioritise", { priority: "high" }],
  ["reply", { body: "Hello {{customer.first_name}}, we have found the fault." }],
  ["resolve", { resolution: "done", body: "The fault is mended." }],
];

/** One worker, one run after the other, on as many requests as a run may have. Mails are queued, not sent. */
export async function measureBulkRuns({ agent }: World): Promise<Record<string, object>> {
  const open = await db().serviceRequest.findMany({
    where: { isOpen: true },
    orderBy: { id: "asc" },
    take: maxRequests,
    select: { id: true },
  });
  const ids = open.map(({ id }) => id);
  const rows: Record<string, object> = {};
  for (const [action, input] of orders) {
    const { _max } = await db().event.aggregate({ _max: { id: true } });
    const order = {
      ...{ key: randomUUID(), action, input, ids },
      ...{ count: ids.length, seen: _max.id ?? 0n },
    };
    const since = performance.now();
    const runId = await perform(agent, act => startRun(act, order));
    const ordered = performance.now();
    while (await isGoingOn(runId)) await workOnRun({ runId });
    const ended = performance.now();
    const where = { runId };
    const by = await db().bulkItem.groupBy({ by: ["state"], where, _count: true });
    rows[action] = {
      ...Object.fromEntries(by.map(({ state, _count }) => [state, _count])),
      "to order, ms": Math.round(ordered - since),
      seconds: Math.round((ended - ordered) / 100) / 10,
      "ms each": Math.round(((ended - ordered) / ids.length) * 10) / 10,
    };
  }
  return rows;
}

const isGoingOn = async (id: string) => (await db().bulkRun.count({ where: { id, endedAt: null } })) > 0;
