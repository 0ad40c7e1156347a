import "server-only";
import type { AnswerMode } from "../desk/modes";
import type { Act } from "../events/act";
import { refuse } from "../refusal";
import { confirmUnseen } from "../requests/confirm-unseen";
import type { MoveInput } from "../requests/input";
import { loadRequest } from "../requests/load";
import { actions, isActionName } from "./table";

export type Answer = Omit<MoveInput, "move"> & {
  mode: AnswerMode;
  /** A public reply that leaves the status as it is. */
  keepsStatus?: boolean;
  /** Whom the request is given to along with it; null is nobody. */
  to?: string | null;
  /** Until when it is put off along with it. */
  until?: Date;
};

/**
 * Says something on a request and does what follows it, by the table of actions and in one act, of which customers get
 * one mail. What others did since its writer began is told before anything is done.
 * @throws Refusal as the actions do
 */
export async function answerRequest(
  act: Act,
  { mode, keepsStatus, to, until, ...input }: Answer,
): Promise<void> {
  const { reference, version, body = "", files = [], seen, resolution } = input;
  const isWords = mode === "reply" || mode === "note";
  if (isWords && !body && files.length === 0) throw refuse("message.missing", {}, { field: "body" });
  const { assign, reply, note, snooze } = actions;
  const present = to === undefined ? null : await loadRequest(act, reference);
  if (present) await confirmUnseen(act, present, seen);
  const target = { reference, version, assigneeId: present?.assigneeId ?? null, seen };
  if (mode === "reply")
    await reply.command(act, target, { body, files, keepsStatus, takesOn: to === undefined });
  else if (mode === "note") await note.command(act, target, { body, files });
  else if (isActionName(mode)) await actions[mode].command(act, target, { body, files, resolution });
  else throw new Error(`“${mode}” is nothing that agents do.`);
  // Of what came in between its writer knows by now.
  const known = { ...target, seen: undefined };
  if (until) await snooze.command(act, known, { until: until.toISOString() });
  // Last, because its writer may not see the request any more.
  if (to !== undefined) await assign.command(act, known, { to });
}
