import "server-only";
import type { Prisma } from "../db";
import type { Act } from "../events/act";
import type { PictureName, SettingName } from "../setting-names";
import type { StoredSettings } from "../settings";

/** A setting, or what is kept beside them, under the next version. */
export async function store(
  { tx, at, actor }: Act,
  name: SettingName | PictureName | "formerPrefixes",
  value: unknown,
  version: number,
): Promise<void> {
  const changedById = actor.kind === "person" ? actor.id : null;
  const row = { value: value as Prisma.InputJsonValue, version, changedAt: at, changedById };
  await tx.setting.upsert({
    where: { name },
    create: { name, ...row },
    update: row,
    select: { name: true },
  });
}

/** Settings change one act after another, so that each has a version of its own. */
export async function lockSettings({ tx }: Act) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('settings', 0))`;
  const rows = await tx.setting.findMany({
    select: { name: true, value: true, version: true, changedBy: { select: { name: true } } },
  });
  return {
    stored: Object.fromEntries(rows.map(({ name, value }) => [name, value])) as StoredSettings,
    version: Math.max(0, ...rows.map(({ version }) => version)),
    changers: new Map<string, string>(rows.map(({ name, changedBy }) => [name, changedBy?.name ?? ""])),
  };
}
