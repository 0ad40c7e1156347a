import "server-only";
import { system } from "../actor";
import { actOnItem, findWaiting, type ItemKey, reasonOf, refuseItem } from "../bulk-runs/item";
import { endRun, markWorked } from "../bulk-runs/lifecycle";
import { wakeRun } from "../bulk-runs/start";
import { now } from "../clock";
import { db, isDatabaseDown } from "../db";
import { env } from "../env";
import { logError } from "../log";
import { gatherRun } from "../mail/gather";
import { type Message, message, Refusal } from "../refusal";
import { perform } from "./perform";

/** So many requests at a time, so that mails and other runs get their turn, and a worker that ends is not held up. */
const partSize = 25;

const bulk = system("bulk");

/** Goes on with a run, and hands the rest to a job of its own. */
export async function workOnRun(payload: unknown): Promise<void> {
  const { runId } = payload as { runId: string };
  if (!(await markWorked(runId, now()))) return;
  for (let count = 0; count < partSize; count++) {
    const key = await findWaiting(runId);
    if (!key) return end(runId);
    await workOnItem(key);
  }
  await wakeRun(db(), runId);
}

async function end(runId: string): Promise<void> {
  await gatherRun(runId, now());
  await endRun(runId, now());
}

async function workOnItem(key: ItemKey): Promise<void> {
  try {
    await perform(bulk, act => actOnItem(act, key, env().APP_URL), now(), { runId: key.runId });
  } catch (error) {
    // The queue tries again later.
    if (isDatabaseDown(error)) throw error;
    const reason = error instanceof Refusal ? reasonOf(error) : apology(error);
    await perform(bulk, act => refuseItem(act, key, reason));
  }
}

const apology = (error: unknown): Message =>
  message("desk.failed", { number: logError("a request of a bulk run failed", error) });
