import { z } from "zod";
import { type Answer, answerRequest } from "../actions/answer";
import { confirmUnfilled } from "../canned-replies/unfilled";
import { type Habits, keepHabits } from "../desk/habits";
import { assignInput, followInput, handOverInput, tagByNameInput } from "../desk/input";
import { type AnswerMode, answerModes } from "../desk/modes";
import { partsOf, sends } from "../desk/sends";
import { type Act, byPerson } from "../events/act";
import { messageCode } from "../messages/said";
import { refuse } from "../refusal";
import { moveInput } from "../requests/input";
import { isOnDeskOf } from "../requests/load";
import { isOnward, onwardForm, onwardPath, pathInQueue, pathOfGone } from "./onward";
import { yesOrNo } from "./request-forms";
import { untilOf } from "./snooze-forms";

/** An empty choice is nobody, or no team. */
const orNone = <S extends z.ZodNullable>(chosen: S) => chosen.optional().transform(choice => choice ?? null);

export const assignForm = assignInput.extend({
  from: orNone(assignInput.shape.from),
  to: orNone(assignInput.shape.to),
});

export type AssignForm = z.output<typeof assignForm>;

export const handOverForm = handOverInput.extend({
  from: orNone(handOverInput.shape.from),
  to: orNone(handOverInput.shape.to),
});

/** A box that is not ticked sends nothing. */
export const tagForm = tagByNameInput.extend({
  isNew: z
    .literal("yes")
    .optional()
    .transform(answer => answer === "yes"),
});

const misfit = { error: messageCode("validation.misfit") };
export const followForm = followInput.extend({ follows: yesOrNo });

export const answerForm = moveInput.omit({ move: true }).extend({
  mode: z.enum(answerModes as [AnswerMode, ...AnswerMode[]], { error: messageCode("queue.choose_mode") }),
  /** How many placeholders without a value its writer has been told of. */
  unfilled: z.number().int().min(0).max(1_000).optional(),
  /** The button of a reply that does more than to send it. */
  send: z.enum(sends, misfit).optional(),
  /** Without a choice it stays with whoever has it. */
  to: z.union([z.literal("nobody"), z.uuid()], messageCode("refusals.assignment.no_agent.field")).optional(),
  after: z.enum(["stay", "next"], misfit).optional(),
  next: onwardForm.next,
  queue: onwardForm.queue,
});

type Chosen<T> = (act: Act, input: T) => Promise<void>;

/** Does it, and returns whether whoever did it still sees the request. */
export const whileSeen =
  <T extends { reference: string }>(command: Chosen<T>) =>
  async (act: Act, input: T): Promise<boolean> => {
    await command(act, input);
    return isOnDeskOf(act, input.reference);
  };

export type AnswerForm = z.output<typeof answerForm>;

const partsIn = ({ mode, resolution, send }: AnswerForm) => ({
  mode,
  resolution,
  ...(send && partsOf(send)),
});

/** What an answer says and brings about. */
export function answerOf(act: Act, sent: AnswerForm): Answer {
  const { reference, version, seen, body, files, to } = sent;
  const { preset, ...parts } = { preset: undefined, ...partsIn(sent) };
  const until = preset && untilOf({ preset }, act.at, byPerson(act).actor.timeZone);
  return {
    ...{ reference, version, seen, body, files },
    ...parts,
    ...(to && { to: to === "nobody" ? null : to }),
    ...(until && { until }),
  };
}

/** What its writer has chosen, and is offered first the next time. */
export function habitsIn(sent: AnswerForm): Habits {
  const { mode, send, after } = sent;
  const parts = partsIn(sent);
  return {
    after,
    ...(mode === "reply" && { send: send ?? "reply" }),
    ...(parts.mode === "resolve" && { resolution: parts.resolution }),
  };
}

/** Sends the agents' answer box, and keeps what its writer has chosen. @throws Refusal as `answerRequest` does */
export async function sendAnswer(act: Act, sent: AnswerForm): Promise<void> {
  const { mode, body, unfilled, send } = sent;
  confirmUnfilled(body, unfilled);
  if (send && mode !== "reply") throw refuse("answer.not_a_reply");
  await answerRequest(act, answerOf(act, sent));
  await keepHabits(act, habitsIn(sent));
}

/**
 * Where an answer leads: to itself, or on through the list if its writer wants that. One does not leave over a mere note,
 * but over a request that one does not see any more. What can still be undone is not called sent.
 */
export function afterAnswer(
  { reference, mode, to, after, next, queue }: AnswerForm,
  { isSeen, waits = false }: { isSeen: boolean; waits?: boolean },
): string {
  const isDone = mode !== "note" || to !== undefined;
  if (after !== "next" || !isDone || !isOnward(next))
    return isSeen ? `${pathInQueue({ reference, queue })}#latest` : pathOfGone({ reference });
  return onwardPath(next, waits ? {} : { [isSeen ? "answered" : "gone"]: reference });
}
