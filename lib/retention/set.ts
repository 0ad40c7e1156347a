import "server-only";
import { type Act, byPerson, record } from "../events/act";
import type { RetentionRule } from "../generated/enums";
import { onlyAdmins } from "../only-admins";
import { refuse } from "../refusal";
import { countDue } from "./count";
import type { SetRetention } from "./input";

/**
 * Has the desk delete what a rule says, from the next night on, and for good.
 * @throws Refusal not_found (no admin), invalid (not confirmed), conflict (set by another admin since, or there is more now
 * than the page has said)
 */
export async function setRetention(
  act: Act,
  { rule, months, shown, typed, seen }: SetRetention,
): Promise<void> {
  onlyAdmins(act.actor);
  const { actor, at, tx } = byPerson(act);
  const before = await lockRule(act, rule);
  if ((before?.setAt.getTime() ?? null) !== seen) throw refuse("retention.changed");
  if (typed !== shown) throw refuse("retention.unconfirmed", { count: shown }, { field: "typed" });
  const { count } = await countDue(tx, rule, months);
  if (count > shown) throw refuse("retention.more", { count });
  const data = { months, setAt: at, setById: actor.id };
  await tx.retention.upsert({
    where: { rule },
    create: { rule, ...data },
    update: data,
    select: { rule: true },
  });
  await record(act, "retention_set", { rule, from: before?.months ?? null, to: months }, {});
}

/** Nothing more goes; what has gone does not come back. @throws Refusal not_found (no admin) */
export async function stopRetention(act: Act, { rule }: { rule: RetentionRule }): Promise<void> {
  onlyAdmins(act.actor);
  const before = await lockRule(act, rule);
  if (!before) return;
  await act.tx.retention.deleteMany({ where: { rule } });
  await record(act, "retention_set", { rule, from: before.months, to: null }, {});
}

async function lockRule({ tx }: Act, rule: RetentionRule) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('retention', 0))`;
  return tx.retention.findUnique({ where: { rule }, select: { months: true, setAt: true } });
}
