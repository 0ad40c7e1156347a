import type { FileView } from "../form/file-view";
import { type Said, sayText } from "../messages/said";
import type { Translator } from "../messages/translate";
import type { Answer, Answers, Field } from "./fields";
import { isForAgents } from "./for-agents";
import { describeDay, describeMoment, type Reader } from "./moments";
import { isAsked } from "./sections";

export type AnswerLine = {
  label: string;
  /** What the section of the form is called that asks for it. */
  section?: string;
  value: AnswerText | AnswerText[];
  kind: "text" | "long" | "link" | "email" | "files";
  files?: FileView[];
};

type AnswerText = string | Said;

/** Each answer as its form has it. Times are also told in the reader's zone. @param fields as the reader has them */
export function describeAnswers(fields: Field[], answers: Answers, reader?: Reader): AnswerLine[] {
  let heading: Field | undefined;
  return fields.flatMap(field => {
    if (!isAsked(field)) heading = field;
    const answer = answers[field.key];
    if (answer === undefined) return [];
    const isUnder = heading !== undefined && isForAgents(heading) === isForAgents(field);
    return [{ ...lineOf(field, answer, reader), ...(isUnder && { section: heading?.label }) }];
  });
}

/** An answer in words, one by one where several were chosen. */
export const sayAnswer = (t: Translator, { value }: Pick<AnswerLine, "value">): string[] =>
  [value].flat().map(text => sayText(t, text));

function lineOf(field: Field, answer: Answer, reader: Reader | undefined): AnswerLine {
  const { label } = field;
  switch (field.kind) {
    case "single_choice":
    case "multiple_choice": {
      const nameOf = (value: string) => field.options.find(option => option.value === value)?.label ?? value;
      return {
        label,
        value: Array.isArray(answer) ? answer.map(one => nameOf(String(one))) : nameOf(answer),
        kind: "text",
      };
    }
    case "file": {
      const files = answer as FileView[];
      return {
        label,
        value: files.map(({ name, size }) => ({
          code: "catalog.answer.file",
          params: { name, size: { bytes: size } },
        })),
        kind: "files",
        files,
      };
    }
    case "checkbox":
      return { label, value: { code: "catalog.answer.yes" }, kind: "text" };
    case "date":
      return { label, value: describeDay(String(answer), reader), kind: "text" };
    case "date_time":
      return { label, value: describeMoment(String(answer), reader), kind: "text" };
    case "long_text":
      return { label, value: String(answer), kind: "long" };
    case "url":
      return { label, value: String(answer), kind: "link" };
    case "email":
      return { label, value: String(answer), kind: "email" };
    default:
      return { label, value: String(answer), kind: "text" };
  }
}
