import "server-only";
import { before, days } from "../clock";
import { db } from "../db";
import type { DeskSettings } from "../settings";
import { referenceOf } from "./reference";

/** The oldest 500. */
export async function findRequestsToClose(
  at: Date,
  settings: DeskSettings,
): Promise<{ reference: string; version: number }[]> {
  const due = await db().serviceRequest.findMany({
    where: { status: "resolved", resolvedAt: { lt: before(at, days(settings.reopenDays)) } },
    orderBy: { resolvedAt: "asc" }, // index requests_to_close
    take: 500,
    select: { number: true, version: true },
  });
  return due.map(({ number, version }) => ({ reference: referenceOf(number, settings), version }));
}
