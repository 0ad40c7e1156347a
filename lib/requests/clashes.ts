import "server-only";
import { describeAnswers } from "../catalog/describe";
import type { Answer, Field } from "../catalog/fields";
import { fieldsFor } from "../catalog/own-fields";
import type { Act } from "../events/act";
import { readChanges } from "../events/stored";
import type { Change, RequestEventType } from "../events/types";
import { type Message, message, type Refusal, refuse } from "../refusal";

/** The keys that the last so many events of these types have changed. */
export async function correctedKeys(
  { tx }: Act,
  requestId: string,
  { types, count }: { types: RequestEventType[]; count: number },
): Promise<string[]> {
  const events = await tx.event.findMany({
    where: { requestId, type: { in: types } },
    orderBy: { id: "desc" }, // index events_of_request
    take: Math.min(Math.max(count, 1), 100),
    select: { id: true },
  });
  const ids = events.map(({ id }) => id);
  const changesOf = await readChanges(tx, ids);
  return ids.flatMap(id => changesOf(id).map(({ key }) => key));
}

/** Refuses once, with the present edition, so that sending it again is a decision; says at each field what it is by now. */
export function conflictOver(
  { actor }: Act,
  asked: Field[],
  changes: Change[],
  corrections: Record<string, number>,
): Refusal {
  const fields = actor.kind === "person" ? fieldsFor(actor, asked) : asked;
  const said = changes.map(({ key, before }): [string, Message[]] => [
    key === "summary" ? key : `answers.${key}`,
    [presentOf(fields, key, before)],
  ]);
  return refuse("correction.conflict", {}, { fields: Object.fromEntries(said), corrections });
}

function presentOf(fields: Field[], key: string, answer: Answer | null): Message {
  if (answer === null) return message("correction.emptied");
  const [line] = key === "summary" ? [{ value: String(answer) }] : describeAnswers(fields, { [key]: answer });
  const texts = [line?.value ?? String(answer)].flat();
  const ours = texts.filter(text => typeof text !== "string");
  if (ours.length > 0) return message("correction.changed", { present: ours });
  const words = texts.join(", ");
  const present = words.length > 300 ? `${words.slice(0, 300).toWellFormed()}…` : words;
  return message("correction.changed", { present });
}
