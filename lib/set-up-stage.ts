import type { Tx } from "./db";

/** How far a desk is set up: `fresh` until it has its first admin, then the step that is next, and `done`. */
export const setUpStages = ["fresh", "desk", "mail", "catalog", "colleagues", "done"] as const;
export type SetUpStage = (typeof setUpStages)[number];

/** Kept beside the settings, because their version comes along with the first statement of every page. */
const name = "setUp";

export function stageIn(stored: Partial<Record<string, unknown>>): SetUpStage {
  const { [name]: stage } = stored;
  // A stage of a later release is none that this one could lead through.
  return stage === undefined ? "fresh" : (setUpStages.find(one => one === stage) ?? "done");
}

export const isBefore = (one: SetUpStage, other: SetUpStage): boolean =>
  setUpStages.indexOf(one) < setUpStages.indexOf(other);

/** Nothing else changes the stage, nor a setting, until the act ends. */
export async function lockStage(tx: Tx): Promise<SetUpStage> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('settings', 0))`;
  return readStoredStage(tx);
}

/** As it is in the database now, whatever this process has kept. */
export async function readStoredStage(tx: Tx): Promise<SetUpStage> {
  const row = await tx.setting.findUnique({ where: { name }, select: { value: true } });
  return stageIn({ [name]: row?.value });
}

/** Call it once the stage is locked: it is a version of the settings as well. */
export async function storeStage(tx: Tx, stage: SetUpStage, at: Date): Promise<void> {
  const { _max } = await tx.setting.aggregate({ _max: { version: true } });
  const row = { value: stage, version: (_max.version ?? 0) + 1, changedAt: at };
  await tx.setting.upsert({ where: { name }, create: { name, ...row }, update: row, select: { name: true } });
}
