import type { PersonActor } from "@/lib/actor";
import { days, later } from "@/lib/clock";
import { db } from "@/lib/db";
import type { RetentionRule } from "@/lib/generated/enums";
import { countDue } from "@/lib/retention/count";
import { setRetention } from "@/lib/retention/set";
import { anAdmin, aRequestIn, run } from "./factories";
import { rowOf } from "./records";

type Wishes = Parameters<typeof aRequestIn>[1];

/** Closed, and resolved so many days ago. */
export async function aClosedRequest(daysAgo: number, wishes: Wishes = {}): Promise<string> {
  const reference = await aRequestIn("closed", { agent: await anAdmin(), ...wishes });
  const { id } = await rowOf(reference);
  const resolvedAt = later(new Date(), -days(daysAgo));
  await db().serviceRequest.update({ where: { id }, data: { resolvedAt }, select: { id: true } });
  return reference;
}

/** As an admin does who has read what would go. */
export async function switchOn(admin: PersonActor, rule: RetentionRule, months: number): Promise<void> {
  const { count } = await countDue(db(), rule, months);
  const before = await db().retention.findUnique({ where: { rule } });
  const seen = before?.setAt.getTime() ?? null;
  await run(admin, act => setRetention(act, { rule, months, shown: count, typed: count, seen }));
}
