import "server-only";
import { isAdmin, isAgent } from "../actor";
import { type Act, byPerson, record } from "../events/act";
import { notFound } from "../refusal";

/**
 * What still waits is not done any more; what is done stays. The run's own person may, and admins.
 * @throws Refusal not_found
 */
export async function stopRun(act: Act, { id }: { id: string }): Promise<void> {
  const { actor, tx, at } = byPerson(act);
  const run = await tx.bulkRun.findFirst({
    where: { id, ...(!isAdmin(actor) && { personId: actor.id }) },
    select: { personId: true, endedAt: true, stoppedAt: true },
  });
  if (!run || !isAgent(actor)) throw notFound();
  if (run.endedAt || run.stoppedAt) return;
  const { count } = await tx.bulkItem.updateMany({
    where: { runId: id, state: "waiting" }, // index bulk_items_by_state
    data: { state: "refused", code: "bulk.stopped", params: {}, settledAt: at },
  });
  await tx.bulkRun.update({ where: { id }, data: { stoppedAt: at }, select: { id: true } });
  await record(act, "bulk_run_stopped", { runId: id, count }, { personId: run.personId });
}
