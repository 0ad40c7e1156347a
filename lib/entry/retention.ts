import "server-only";
import { system } from "../actor";
import { now } from "../clock";
import { db } from "../db";
import { addJob } from "../queue";
import { deleteDue, noteDeleted, readRules } from "../retention/apply";
import { perform } from "./perform";

/** Deletes what the desk's retention rules say; they are off unless an admin has switched them on. */
export async function applyRetention(at = now()): Promise<void> {
  let total = 0;
  for (const rule of await readRules()) {
    const count = await deleteDue(rule);
    if (count > 0) await perform(system("retention"), act => noteDeleted(act, rule, count), at);
    total += count;
  }
  if (total > 0) await addJob(db(), "weed_vocabulary", {}, { key: "weed_vocabulary" });
}
