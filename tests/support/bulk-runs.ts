import { randomUUID } from "node:crypto";
import type { ActionName } from "@/lib/actions/table";
import type { PersonActor } from "@/lib/actor";
import { findSelected } from "@/lib/bulk-runs/selected";
import { startRun } from "@/lib/bulk-runs/start";
import { db } from "@/lib/db";
import { workOnRun } from "@/lib/entry/bulk-runs";
import { numberOf } from "@/lib/requests/reference";
import { run } from "./factories";

type Wishes = { key?: string; count?: number; seen?: bigint; told?: number };

/** The newest event there is: what a page that is drawn now knows of. */
export async function seenNow(): Promise<bigint> {
  const { _max } = await db().event.aggregate({ _max: { id: true } });
  return _max.id ?? 0n;
}

/** Orders an action for these requests, as the page of bulk actions does; returns the id of the run. */
export async function anOrder(
  actor: PersonActor,
  action: ActionName,
  references: string[],
  input: Record<string, unknown> = {},
  { key = randomUUID(), count = references.length, seen, told }: Wishes = {},
): Promise<string> {
  const known = seen ?? (await seenNow());
  const ids = await findSelected(actor, { references });
  return run(actor, act => startRun(act, { key, action, input, ids, count, seen: known, told }));
}

/** Does what the worker's jobs do, until the run has ended. */
export async function carryOut(runId: string): Promise<void> {
  for (;;) {
    await workOnRun({ runId });
    const { endedAt } = await db().bulkRun.findUniqueOrThrow({
      where: { id: runId },
      select: { endedAt: true },
    });
    if (endedAt) return;
  }
}

/** What became of each request of a run: `done`, or the code of its refusal. */
export async function outcomesOf(runId: string): Promise<Record<string, string>> {
  const items = await db().bulkItem.findMany({
    where: { runId },
    select: { state: true, code: true, request: { select: { number: true } } },
  });
  return Object.fromEntries(items.map(({ state, code, request }) => [request.number, code ?? state]));
}

export const outcomeOf = async (runId: string, reference: string) =>
  (await outcomesOf(runId))[numberOf(reference) ?? 0];
