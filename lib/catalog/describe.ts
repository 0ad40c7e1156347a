import { type FileView, sizeOf } from "../form/file-view";
import { say } from "../messages/said";
import { type Translator, translatorOf } from "../messages/translate";
import type { Answer, Answers, Field } from "./fields";
import { describeMoment, type Reader } from "./moments";

export type AnswerLine = {
  label: string;
  value: string | string[];
  kind: "text" | "long" | "link" | "email" | "files";
  files?: FileView[];
};

const english = translatorOf("en");

/** The answers in words. Times are also said in the reader's zone. */
export function describeAnswers(
  fields: Field[],
  answers: Answers,
  reader?: Reader,
  t: Translator = english,
): AnswerLine[] {
  return fields.flatMap(field => {
    const answer = answers[field.key];
    return answer === undefined ? [] : [lineOf(field, answer, reader, t)];
  });
}

function lineOf(field: Field, answer: Answer, reader: Reader | undefined, t: Translator): AnswerLine {
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
        value: files.map(({ name, size }) =>
          t("catalog.answer.file", { name, size: sizeOf(size, t.language) }),
        ),
        kind: "files",
        files,
      };
    }
    case "checkbox":
      return { label, value: t("catalog.answer.yes"), kind: "text" };
    case "date_time": {
      const moment = describeMoment(String(answer), reader);
      return { label, value: typeof moment === "string" ? moment : say(t, moment), kind: "text" };
    }
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
