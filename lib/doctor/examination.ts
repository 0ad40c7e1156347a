import "server-only";
import { z } from "zod";
import type { PersonActor } from "../actor";
import { db, isStatementTimeout } from "../db";
import { onlyAdmins } from "../only-admins";
import { examineEach, type Finding } from "./promises";

/**
 * Keeps what is broken instead of what was kept before. On a large desk, a promise that takes too long is left out; files
 * are not read.
 */
export async function keepExamination(at: Date): Promise<void> {
  const findings: Finding[] = [];
  let skipped = 0;
  for (const look of examineEach())
    await look().then(
      finding => finding.broken.length > 0 && findings.push(finding),
      (error: unknown) => {
        if (!isStatementTimeout(error)) throw error;
        skipped++;
      },
    );
  await db().$transaction([
    db().examination.deleteMany({ where: { at: { lte: at } } }),
    db().examination.createMany({ data: [{ at, findings, skipped }], skipDuplicates: true }),
  ]);
}

const findingsShape = z.array(z.object({ promise: z.string(), broken: z.array(z.string()) }));

export type Examination = { at: string; findings: Finding[]; skipped: number };

/** Null until the first night. @throws Refusal not_found for anybody who is no admin */
export async function readExamination(actor: PersonActor): Promise<Examination | null> {
  onlyAdmins(actor);
  const row = await db().examination.findFirst({
    orderBy: { at: "desc" },
    select: { at: true, findings: true, skipped: true },
  });
  return row && { ...row, at: row.at.toISOString(), findings: findingsShape.parse(row.findings) };
}
