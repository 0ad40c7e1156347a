import { isDeepStrictEqual } from "node:util";
import { type AnswerLine, describeAnswers } from "../catalog/describe";
import type { Answer, Answers, Field } from "../catalog/fields";
import type { Change } from "../events/types";

export type Said = { summary: string; answers: Answers };
export type ChangeLine = { label: string; before: AnswerLine | null; after: AnswerLine | null };

const summary: Field = { key: "summary", label: "Summary", kind: "text" };

/** The summary first, then the fields in form order. */
export function changesBetween(fields: Field[], before: Said, after: Said): Change[] {
  return [summary, ...fields].flatMap(({ key }) => {
    const change = { key, before: answerIn(before, key), after: answerIn(after, key) };
    return isDeepStrictEqual(change.before, change.after) ? [] : [change];
  });
}

export function describeChanges(fields: Field[], changes: Change[]): ChangeLine[] {
  return changes.flatMap(({ key, before, after }) => {
    const field = [summary, ...fields].find(one => one.key === key);
    return field ? [{ label: field.label, before: lineOf(field, before), after: lineOf(field, after) }] : [];
  });
}

function lineOf(field: Field, answer: Answer | null): AnswerLine | null {
  return (answer !== null && describeAnswers([field], { [field.key]: answer })[0]) || null;
}

function answerIn(said: Said, key: string): Answer | null {
  return key === summary.key ? said.summary : (said.answers[key] ?? null);
}
