import "server-only";
import { type Act, record } from "../events/act";
import { onlyAdmins } from "../only-admins";
import { refuse } from "../refusal";
import { isBefore, lockStage, type SetUpStage, setUpStages, storeStage } from "../set-up-stage";

/** What there is to do, in this order, once the desk has an admin. */
export const setUpSteps = ["desk", "mail", "catalog", "colleagues"] as const satisfies SetUpStage[];
export type SetUpStep = (typeof setUpSteps)[number];

export const isSetUpStep = (step = ""): step is SetUpStep => (setUpSteps as readonly string[]).includes(step);

/**
 * Ends a step, whether or not anything was done in it; the last ends set-up. A step that is done once more leads no further.
 * Returns where set-up is then. @throws Refusal not_found (no admin), conflict (it is finished)
 */
export async function goOn(act: Act, from: SetUpStep): Promise<SetUpStage> {
  onlyAdmins(act.actor);
  const stage = await lockStage(act.tx);
  if (stage === "done") throw refuse("set_up.finished");
  const next = setUpStages[setUpStages.indexOf(from) + 1] ?? "done";
  if (!isBefore(stage, next)) return stage;
  await storeStage(act.tx, next, act.at);
  await record(act, "set_up_reached", { stage: next }, {});
  return next;
}
