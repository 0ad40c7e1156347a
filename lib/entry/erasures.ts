import "server-only";
import { system } from "../actor";
import { now } from "../clock";
import { db } from "../db";
import { beginErasure, endErasure, eraseRows, findToErase } from "../erasures/erase";
import { deskTranslator } from "../messages/translate";
import { addJob } from "../queue";
import { perform } from "./perform";

/** Erases people whose waiting period is over. */
export async function eraseDue(at = now()): Promise<void> {
  const due = await findToErase(at);
  if (due.length === 0) return;
  const t = deskTranslator();
  const blanks = {
    name: t("erasures.blank.name"),
    words: t("erasures.blank.words"),
    summary: t("erasures.blank.summary"),
  };
  for (const id of due) {
    if (!(await perform(system("erasure"), act => beginErasure(act, id), at))) continue;
    await eraseRows(id, blanks, at);
    await perform(system("erasure"), act => endErasure(act, id, blanks), at);
  }
  await addJob(db(), "weed_vocabulary", {}, { key: "weed_vocabulary" });
}
