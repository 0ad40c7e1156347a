import "server-only";
import { db } from "../db";
import { type Act, record } from "../events/act";
import type { RetentionRule } from "../generated/enums";

/** So few that nobody waits for long, and no call reaches the time limit of a statement. */
const batch = 100;

/** In this order: what goes with requests need not go by itself. */
export async function readRules(): Promise<RetentionRule[]> {
  const rules = await db().retention.findMany({ orderBy: { rule: "asc" }, select: { rule: true } });
  return rules.map(({ rule }) => rule);
}

/** Deletes what is due by a rule, batch by batch, each in a transaction of its own; returns how many. */
export async function deleteDue(rule: RetentionRule): Promise<number> {
  for (let total = 0; ; ) {
    const [row] = await db().$queryRaw<{ count: number }[]>`
      select apply_retention(${rule}::"RetentionRule", ${batch}::int) as count`;
    const count = row?.count ?? 0;
    total += count;
    if (count < batch) return total;
  }
}

export async function noteDeleted(act: Act, rule: RetentionRule, count: number): Promise<void> {
  await record(act, "retention_applied", { rule, count }, {});
}
