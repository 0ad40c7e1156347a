import { db } from "@/lib/db";
import { answerWish } from "@/lib/entry/wishes";

/** Takes the jobs left for the worker, oldest first, so that the test decides when to run them. */
export async function takeWishes(): Promise<unknown[]> {
  const rows = await db().$queryRaw<{ id: bigint; payload: unknown }[]>`
    delete from graphile_worker._private_jobs as jobs using graphile_worker._private_tasks as tasks
    where jobs.task_id = tasks.id and tasks.identifier = 'answer_wish' returning jobs.id, jobs.payload`;
  return rows.sort((one, other) => Number(one.id - other.id)).map(({ payload }) => payload);
}

export async function answerWishes(at = new Date()): Promise<void> {
  for (const wish of await takeWishes()) await answerWish(wish, at);
}
