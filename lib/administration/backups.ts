import "server-only";
import { before, days } from "../clock";
import { db, Prisma } from "../db";
import { type Act, record } from "../events/act";
import { onlyOperator } from "../only-admins";

/** A backup that is older needs attention. */
export const backupDays = 7;

/** What makes backups says so, as the desk sees nothing of it. @throws Refusal forbidden (anybody but the operator) */
export async function reportBackup(act: Act): Promise<void> {
  const { tx, actor, at } = act;
  onlyOperator(actor);
  await tx.backup.deleteMany({ where: { doneAt: { lte: at } } });
  await tx.backup.createMany({ data: { doneAt: at }, skipDuplicates: true });
  await record(act, "backup_reported", {}, {});
}

/** When the last one was reported; null if none ever was. */
export async function readLastBackup(): Promise<Date | null> {
  const row = await db().backup.findFirst({ orderBy: { doneAt: "desc" }, select: { doneAt: true } });
  return row?.doneAt ?? null;
}

export type BackupState = "none" | "old" | "fresh";

export function judgeBackup(doneAt: Date | null, at: Date): BackupState {
  if (!doneAt) return "none";
  return doneAt < before(at, days(backupDays)) ? "old" : "fresh";
}

/** Part of a statement that reads more. */
export const lastBackupSql = Prisma.sql`(select max("doneAt") from backups)`;
