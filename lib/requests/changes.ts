import { isDeepStrictEqual } from "node:util";
import { type AnswerLine, describeAnswers } from "../catalog/describe";
import type { Answer, Answers, Field } from "../catalog/fields";
import type { Reader } from "../catalog/moments";
import type { Change, RequestEventType } from "../events/types";
import type { Said } from "../messages/said";

/** Of events that change what a request says, and so its edition. */
export const editionTypes: RequestEventType[] = ["request_corrected", "request_type_changed"];

/** And of those that change what agents have answered. */
export const wordedTypes: RequestEventType[] = [...editionTypes, "agent_answers_changed"];

export type Content = { summary: string; answers: Answers };
/** The label of a field is what its form says. */
export type ChangeLine = {
  label: string | Said;
  before: Value | null;
  after: Value | null;
  /** The form does not ask for it any more. */
  isLeft?: true;
};
export type Value = Omit<AnswerLine, "label">;

const summary: Field = { key: "summary", label: "", kind: "text" };

/** The summary first, then the fields in form order. */
export function changesBetween(fields: Field[], before: Content, after: Content): Change[] {
  return [summary, ...fields].flatMap(({ key }) => {
    const change = { key, before: answerIn(before, key), after: answerIn(after, key) };
    return isDeepStrictEqual(change.before, change.after) ? [] : [change];
  });
}

export function describeChanges(fields: Field[], changes: Change[]): ChangeLine[] {
  return changes.flatMap(({ key, before, after }) => {
    const field = [summary, ...fields].find(one => one.key === key);
    if (!field) return [];
    const label: ChangeLine["label"] = field === summary ? { code: "requests.summary" } : field.label;
    return [{ label, before: readableOf(field, before), after: readableOf(field, after) }];
  });
}

/** As one form asked for it and another one does. */
export function describeTypeChange(from: Field[], to: Field[], changes: Change[]): ChangeLine[] {
  return changes.flatMap(({ key, before, after }) => {
    const [was, is] = [from, to].map(fields => fields.find(field => field.key === key));
    const label = (before === null ? is : was)?.label;
    if (label === undefined) return [];
    const values = {
      before: was ? readableOf(was, before) : null,
      after: is ? readableOf(is, after) : null,
    };
    return [{ label, ...values, ...(!is && { isLeft: true as const }) }];
  });
}

export function readableOf(field: Field, answer: Answer | null, reader?: Reader): Value | null {
  const [line] = answer === null ? [] : describeAnswers([field], { [field.key]: answer }, reader);
  if (!line) return null;
  const { label: _, ...value } = line;
  return value;
}

function answerIn(content: Content, key: string): Answer | null {
  return key === summary.key ? content.summary : (content.answers[key] ?? null);
}
