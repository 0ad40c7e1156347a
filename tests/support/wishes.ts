import { db } from "@/lib/db";
import { answerWish } from "@/lib/entry/wishes";

/** Takes what was left for the worker, so that the test answers it at a moment of its own. Oldest first. */
export async function takeWishes(): Promise<unknown[]> {
  const rows = await db().$queryRaw<{ id: bigint; payload: unknown }[]>`
    delete from graphile_worker._private_jobs as jobs using graphile_worker._private_tasks as tasks
    where jobs.task_id = tasks.id and tasks.identifier = 'answer_wish' returning jobs.id, jobs.payload`;
  return rows.sort((one, other) => Number(one.id - other.id)).map(({ payload }) => payload);
}

/** Does what the worker does with them; several at once are one after another. */
export async function answerWishes(at = new Date()): Promise<void> {
  for (const wish of await takeWishes()) await answerWish(wish, at);
}
