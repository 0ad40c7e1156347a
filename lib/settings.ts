import "server-only";
import { Prisma, readRows } from "./db";
import { type DeskPictures, picturesOf } from "./desk-pictures";
import { env, type Settings } from "./env";
import { speakBy } from "./messages/translate";
import { perProcess } from "./process/per-process";
import { type SetUpStage, stageIn } from "./set-up-stage";
import { type SettingName, type SettingValues, settingDefaults, settingNames } from "./setting-names";

/** What the people who run a desk decide. What its machine needs, such as addresses and secrets, is in lib/env.ts. */
export type DeskSettings = Omit<SettingValues, "undo"> &
  DeskPictures & {
    /** Never without a worker. */
    undo: "on" | "off" | "never";
    /** What references began with before, without today's prefix. */
    formerPrefixes: readonly string[];
    setUp: SetUpStage;
  };

/** Whoever runs the machine can set these in its environment, which admins then cannot change. */
const variables: { [N in SettingName]?: keyof Settings } = {
  deskName: "DESK_NAME",
  accent: "DESK_ACCENT",
  timeZone: "DESK_TIME_ZONE",
  referencePrefix: "REFERENCE_PREFIX",
  reopenDays: "REOPEN_DAYS",
  erasureDays: "ERASURE_DAYS",
  agentsSee: "AGENTS_SEE",
  undo: "UNDO_REPLIES",
  maxFileSize: "FILE_MAX_MB",
  maxFilesPerDay: "FILE_MB_PER_DAY",
};

/** The variable that the environment sets it by. */
export function pinOf(name: SettingName): string | null {
  const variable = variables[name];
  return variable !== undefined && env()[variable] !== undefined ? variable : null;
}

export const readMailFrom = (): string => env().MAIL_FROM;

/** Settings as stored, with what the desk has kept beside them. */
export type StoredSettings = Partial<Record<string, unknown>>;

const isLike = (one: unknown, other: unknown) =>
  typeof one === typeof other && Array.isArray(one) === Array.isArray(other);

/** What holds: a value of the environment before a stored one, and the default where there is neither. */
export function valuesOf(stored: StoredSettings): SettingValues {
  const values = settingNames.map(name => {
    const variable = variables[name];
    const pinned = variable && env()[variable];
    // A later release may have stored something that this one does not know.
    const kept = isLike(stored[name], settingDefaults[name]) ? stored[name] : undefined;
    return [name, pinned ?? kept ?? settingDefaults[name]];
  });
  return Object.fromEntries(values) as SettingValues;
}

function settingsOf(stored: StoredSettings): DeskSettings {
  const values = valuesOf(stored);
  const { formerPrefixes: former } = stored;
  const prefixes = [...(Array.isArray(former) ? former : []), stored.referencePrefix];
  return Object.freeze({
    ...values,
    ...picturesOf(stored),
    undo: env().WORKER === "off" ? "never" : values.undo,
    formerPrefixes: [...new Set(prefixes)].filter(
      one => typeof one === "string" && one !== values.referencePrefix,
    ),
    setUp: stageIn(stored),
  });
}

type Copy = { version: number; settings: DeskSettings; readAt: number };

const kept = () =>
  perProcess<{ copy?: Copy; checkedAt: number; checking?: Promise<void> }>("settings", () => ({
    checkedAt: Number.NEGATIVE_INFINITY,
  }));

/** Part of a statement that reads more: which settings hold. It grows with each change. */
export const settingsVersionSql = Prisma.sql`(select coalesce(max(x.version), 0) from settings x)`;

async function readRow(): Promise<{ version: number; stored: StoredSettings }> {
  const [row] = await readRows<{ version: number; stored: StoredSettings }>(Prisma.sql`
    select coalesce(max(version), 0) as version, coalesce(json_object_agg(name, value), '{}') as stored from settings`);
  return row ?? { version: 0, stored: {} };
}

/** For the page that shows and changes them. */
export const readStoredSettings = async (): Promise<StoredSettings> => (await readRow()).stored;

async function readCopy(): Promise<Copy> {
  const readAt = performance.now();
  const { version, stored } = await readRow();
  const mine = { version, settings: settingsOf(stored), readAt };
  const { copy } = kept();
  // Of two that read at once, the one that saw less may be the last to arrive.
  if (!copy || version >= copy.version || readAt >= copy.readAt) {
    kept().copy = mine;
    speakBy(mine.settings);
  }
  kept().checkedAt = readAt;
  return mine;
}

/**
 * This process's copy. Entry points have seen to it that it is the present one, by the version that their first statement
 * brought along or by `refreshSettings`. `perform` gives it to the act; what works outside of an act reads it once, not
 * per row, and passes it on.
 */
export async function readDeskSettings(): Promise<DeskSettings> {
  return (kept().copy ?? (await readCopy())).settings;
}

/**
 * Reads the settings again if this process's copy has another version than the database had; whether it did.
 * @param askedAt when the statement was sent that brought the version, by `performance.now`
 */
export async function catchUpWith(version: number, askedAt: number): Promise<boolean> {
  const state = kept();
  if (state.copy && state.copy.version !== version) {
    await readCopy();
    return true;
  }
  state.checkedAt = Math.max(state.checkedAt, askedAt);
  return false;
}

/** The settings as they are now, for who has learned no version along with something else. */
export async function refreshSettings(): Promise<DeskSettings> {
  if (!kept().copy) return (await readCopy()).settings;
  const askedAt = performance.now();
  const [row] = await readRows<{ version: number }>(Prisma.sql`select ${settingsVersionSql} as version`);
  await catchUpWith(row?.version ?? 0, askedAt);
  return readDeskSettings();
}

const strangersMs = 2_000;

/** As they were within the last two seconds, so that any number of strangers' pages costs one statement. */
export async function readSettingsForStrangers(): Promise<DeskSettings> {
  const state = kept();
  if (performance.now() - state.checkedAt < strangersMs) return readDeskSettings();
  state.checking ??= refreshSettings()
    .then(() => undefined)
    .finally(() => {
      state.checking = undefined;
    });
  await state.checking;
  return readDeskSettings();
}

/** Whether the desk has no admin yet. Costs nothing once it has, which this process remembers. */
export const isFresh = async (): Promise<boolean> =>
  (await readDeskSettings()).setUp === "fresh" && (await refreshSettings()).setUp === "fresh";

/** What this process knows of them, however old, for a page that must be drawn while the database is away. */
export const settingsAtHand = (): DeskSettings =>
  kept().copy?.settings ?? { ...settingsOf({}), setUp: "done" };
