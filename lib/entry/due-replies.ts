import "server-only";
import {
  type DueKey,
  findDueReplies,
  holdDueReply,
  keepDueReply,
  sendDueReply,
} from "../actions/due-replies";
import { isAgent, type PersonActor, system } from "../actor";
import { now } from "../clock";
import { isDatabaseDown } from "../db";
import { keepHabits } from "../desk/habits";
import { readWriting } from "../desk/writing";
import type { Act } from "../events/act";
import { logError } from "../log";
import { type Message, message, Refusal } from "../refusal";
import { isOnDeskOf } from "../requests/load";
import { numberOf } from "../requests/reference";
import { readDeskSettings } from "../settings";
import { type AnswerForm, answerOf, habitsIn, sendAnswer } from "./desk-forms";
import { perform, rehearse } from "./perform";

/** Sends a reply that was kept so that it could be undone; refused by now, it is kept on. */
export async function workOnDueReply(payload: unknown, at = now()): Promise<void> {
  const key = payload as DueKey;
  const desk = system("due_reply");
  try {
    await perform(desk, act => sendDueReply(act, key), at);
  } catch (error) {
    // The queue tries again later.
    if (isDatabaseDown(error)) throw error;
    const reason = error instanceof Refusal ? reasonOf(error) : apology(error);
    await perform(desk, act => holdDueReply(act, key, reason), at);
  }
}

/** What its writer is told. Some refusals quote what people wrote, which the request itself shows them. */
const reasonOf = ({ code, params }: Refusal): Message =>
  code === "comment.unseen" || code === "move.conflict" ? message("reply.overtaken") : { code, params };

const apology = (error: unknown): Message =>
  message("desk.failed", { number: logError("a reply could not be sent", error) });

/**
 * Whether an answer is to wait so that it can be undone. An earlier one that still waits on this request is sent first,
 * and what would be refused now is refused at once.
 * @throws Refusal as `sendAnswer` does
 */
export async function isToWait(sent: AnswerForm, actor: PersonActor): Promise<boolean> {
  if (sent.mode === "note" || !isAgent(actor)) return false;
  for (const key of await findDueReplies(actor.id, numberOf(sent.reference) ?? 0)) await workOnDueReply(key);
  const settings = await readDeskSettings();
  if (settings.undo === "never" || !(await readWriting(actor, settings)).undoes) return false;
  await rehearse(actor, act => sendAnswer(act, sent));
  return true;
}

export type Outcome = {
  waits: boolean;
  /** Whether its writer still sees the request. */
  isSeen: boolean;
};

/** Sends an answer, or keeps it until it is due. @throws Refusal as `sendAnswer` does */
export async function takeAnswer(act: Act, sent: AnswerForm, waits: boolean): Promise<Outcome> {
  if (waits) {
    const { mode, body = "", resolution, seen } = sent;
    await keepDueReply(act, answerOf(act, sent), {
      ...{ mode, body },
      ...(resolution && { resolution }),
      ...(seen !== undefined && { seen: String(seen) }),
    });
    await keepHabits(act, habitsIn(sent));
  } else await sendAnswer(act, sent);
  return { waits, isSeen: await isOnDeskOf(act, sent.reference) };
}
