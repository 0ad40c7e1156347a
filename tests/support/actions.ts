import type { Target } from "@/lib/actions/action";
import type { ActionName } from "@/lib/actions/table";
import { days, later } from "@/lib/clock";
import { seenNow } from "./bulk-runs";
import { rowOf } from "./records";

/** What each action takes; names of teams and tags are made up. */
export const sampleInputs: Record<ActionName, Record<string, unknown>> = {
  assign: { to: "me" },
  hand_over: { team: "made-up" },
  start: {},
  ask: { body: "Which one?" },
  resolve: { resolution: "done" },
  reopen: {},
  prioritise: { priority: "urgent" },
  tag: { tag: "made-up" },
  untag: { tag: "made-up" },
  snooze: { until: later(new Date(), days(2)).toISOString() },
  reply: { body: "Here you are." },
  note: { body: "Between us." },
};

/** A request as somebody sees it now. */
export async function targetOf(reference: string): Promise<Target> {
  const { version, assigneeId } = await rowOf(reference);
  return { reference, version, assigneeId, seen: await seenNow() };
}
