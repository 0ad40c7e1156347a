import "server-only";
import { type ActionName, actionOf } from "../actions/table";
import { isAgent } from "../actor";
import type { Prisma, Tx } from "../db";
import { type Act, byPerson, record } from "../events/act";
import { addJob } from "../queue";
import { notFound, refuse } from "../refusal";
import { readSelected } from "./selected";

export type Order = {
  /** Of the form: sent twice, it makes one run. */
  key: string;
  action: ActionName;
  /** As the action's schema has it. */
  input: Record<string, unknown>;
  /** Which requests, and how many of them its person was told. */
  ids: string[];
  count: number;
  /** The newest event that they knew of. */
  seen: bigint;
  /** What they were told of it, as the action has said to send. */
  told?: number;
};

/**
 * Keeps what was ordered for which requests, and wakes the worker. Returns the id of the run.
 * @throws Refusal not_found (no agent), invalid (nothing selected), conflict (not as many as its person was told), and as
 *   the action says before it is done to any
 */
export async function startRun(act: Act, order: Order): Promise<string> {
  const { key, action, ids, count, seen, told } = order;
  const { actor, tx, at } = byPerson(act);
  if (!isAgent(actor)) throw notFound();
  const sent = await tx.bulkRun.findUnique({
    where: { personId_orderKey: { personId: actor.id, orderKey: key } },
    select: { id: true },
  });
  if (sent) return sent.id;
  const requests = await readSelected(tx, actor, ids);
  if (requests.length === 0) throw refuse("bulk.nothing");
  if (requests.length !== count)
    throw refuse(
      "bulk.count_changed",
      { count: requests.length, told: count },
      { corrections: { count: requests.length } },
    );
  const requestIds = requests.map(({ id }) => id);
  const input = (await actionOf(action).order?.(act, order.input, requestIds, told)) ?? order.input;
  // The same form may have been sent a moment ago.
  const { count: isNew } = await tx.bulkRun.createMany({
    data: [
      {
        ...{ personId: actor.id, orderKey: key, action, input: input as Prisma.InputJsonObject, seen },
        ...{ createdAt: at, workedAt: at },
      },
    ],
    skipDuplicates: true,
  });
  const { id: runId } = await tx.bulkRun.findUniqueOrThrow({
    where: { personId_orderKey: { personId: actor.id, orderKey: key } },
    select: { id: true },
  });
  if (isNew === 0) return runId;
  await tx.bulkItem.createMany({
    data: requests.map(({ id: requestId, version, assigneeId }, place) => ({
      ...{ runId, place, requestId, version, assigneeId },
    })),
  });
  await record(act, "bulk_run_started", { runId, count: requests.length }, { personId: actor.id });
  await wakeRun(tx, runId);
  return runId;
}

/** Has the worker go on with a run. */
export const wakeRun = (tx: Pick<Tx, "$executeRaw">, runId: string): Promise<void> =>
  addJob(tx, "bulk_run", { runId }, { key: `bulk_run:${runId}` });
