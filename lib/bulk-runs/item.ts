import "server-only";
import { findAgent } from "../accounts/agents";
import { runAction } from "../actions/table";
import { db, type Prisma, type Tx } from "../db";
import { type Act, actAs } from "../events/act";
import { type Message, type Refusal, type RefusalCode, refuse } from "../refusal";
import { referenceOf } from "../requests/reference";
import { fillWords } from "./filled";

export type ItemKey = { runId: string; place: number };

/** The first that waits; null once all are settled. */
export function findWaiting(runId: string): Promise<ItemKey | null> {
  return db().bulkItem.findFirst({
    where: { runId, state: "waiting" },
    orderBy: { place: "asc" }, // index bulk_items_by_state
    select: { runId: true, place: true },
  });
}

/**
 * Does to one request what was ordered, as the person who ordered it, and settles it. Does nothing where another worker
 * has settled it, or the run was stopped.
 * @param deskUrl where links in the words lead
 * @throws Refusal as the action does, and forbidden once its person is no agent any more
 */
export async function actOnItem(act: Act, { runId, place }: ItemKey, deskUrl: string): Promise<void> {
  const { tx, settings } = act;
  if (!(await lockWaiting(tx, { runId, place }))) return;
  const { run, request, version, assigneeId } = await tx.bulkItem.findUniqueOrThrow({
    where: { runId_place: { runId, place } },
    select: {
      version: true,
      assigneeId: true,
      request: { select: { number: true } },
      run: { select: { personId: true, action: true, input: true, seen: true } },
    },
  });
  const person = await findAgent(tx, run.personId, settings);
  if (!person) throw refuse("bulk.no_agent");
  const reference = referenceOf(request.number, settings);
  const target = { reference, version, assigneeId, seen: run.seen };
  await actAs(act, person, async own => {
    const input = await fillWords(own, { reference, deskUrl }, run.input as object);
    await runAction(own, run.action, target, input);
  });
  await settle(act, { runId, place }, { state: "done" });
}

/** Settles what its action has refused, unless it is settled already. */
export async function refuseItem(act: Act, key: ItemKey, { code, params }: Message): Promise<void> {
  if (await lockWaiting(act.tx, key))
    await settle(act, key, { state: "refused", code, params: params as Prisma.InputJsonObject });
}

// Some of them quote what people wrote, which is kept nowhere else; others ask to be sent again.
const byChange: RefusalCode[] = ["comment.unseen", "move.conflict", "handover.loses_sight"];

/** What its item keeps of a refusal. */
export const reasonOf = ({ code, params }: Refusal): Message =>
  byChange.includes(code) ? { code: "bulk.changed", params: {} } : { code, params };

async function lockWaiting(tx: Tx, { runId, place }: ItemKey): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    select place from bulk_items where "runId" = ${runId}::uuid and place = ${place} and state = 'waiting' for update`;
  return rows.length > 0;
}

async function settle(
  { tx, at }: Act,
  key: ItemKey,
  data: Pick<Prisma.BulkItemUncheckedUpdateInput, "state" | "code" | "params">,
): Promise<void> {
  await tx.bulkItem.update({
    where: { runId_place: key },
    data: { ...data, settledAt: at },
    select: { place: true },
  });
}
