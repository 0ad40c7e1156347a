import { type FileView, sizeOf } from "../form/file-view";
import type { Answer, Answers, Field } from "./fields";
import { describeMoment, type Reader } from "./moments";

export type AnswerLine = {
  label: string;
  value: string | string[];
  kind: "text" | "long" | "link" | "email" | "files";
  files?: FileView[];
};

/** Uses the labels and order of the form version that was answered, without unanswered questions. */
export function describeAnswers(fields: Field[], answers: Answers, reader?: Reader): AnswerLine[] {
  return fields.flatMap(field => {
    const answer = answers[field.key];
    return answer === undefined ? [] : [lineOf(field, answer, reader)];
  });
}

function lineOf(field: Field, answer: Answer, reader?: Reader): AnswerLine {
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
        value: files.map(({ name, size }) => `${name} (${sizeOf(size)})`),
        kind: "files",
        files,
      };
    }
    case "checkbox":
      return { label, value: "Yes", kind: "text" };
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
