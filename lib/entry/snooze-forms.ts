import "server-only";
import { z } from "zod";
import { instantOf } from "../catalog/moments";
import { snoozeRequest } from "../desk/snooze";
import { snoozePresets, snoozeTimes } from "../desk/snooze-times";
import { type Act, byPerson } from "../events/act";
import { messageCode } from "../messages/said";
import { refuse } from "../refusal";
import { referenceInput } from "../requests/input";

const missing = messageCode("refusals.snooze.missing.field");

/** One of the presets, or a time as the clocks of its sender show it, which counts where both are sent. */
export const snoozeTimeForm = z.strictObject({
  preset: z.enum(snoozePresets, messageCode("validation.misfit")).optional(),
  until: z.iso.datetime({ local: true, error: missing }).max(16, missing).optional(),
});

export const snoozeForm = snoozeTimeForm.extend({ reference: referenceInput });

/** Null without a time, or where the day of a preset has passed. */
export function untilOf(
  { preset, until: local }: z.output<typeof snoozeTimeForm>,
  at: Date,
  timeZone: string,
): Date | null {
  if (local) return instantOf(local, timeZone);
  return snoozeTimes(at, timeZone).find(one => one.preset === preset)?.until ?? null;
}

/** @throws Refusal as `snoozeRequest`; invalid without a time, or where the day of a preset has passed */
export async function sendSnooze(act: Act, sent: z.output<typeof snoozeForm>): Promise<void> {
  const { actor, at } = byPerson(act);
  const until = untilOf(sent, at, actor.timeZone);
  if (!until) throw sent.preset ? refuse("snooze.past") : refuse("snooze.missing", {}, { field: "until" });
  await snoozeRequest(act, { reference: sent.reference, until });
}
