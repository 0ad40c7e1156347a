import type { FileView } from "../form/file-view";
import type { Answer, Answers, Field } from "./fields";
import { momentWords } from "./moments";

/** The searchable text of the answers, as the customer reads them, one per line. */
export function searchTextOf(fields: Field[], answers: Answers): string {
  return fields
    .flatMap(field => {
      const answer = answers[field.key];
      return answer === undefined ? [] : textsIn(field, answer);
    })
    .join("\n");
}

/** What one answer is found by. */
export function textsIn(field: Field, answer: Answer): string[] {
  switch (field.kind) {
    case "single_choice":
    case "multiple_choice":
      return [answer]
        .flat()
        .map(value => field.options.find(option => option.value === value)?.label ?? String(value));
    case "file":
      return (answer as FileView[]).map(({ name }) => name);
    case "date_time":
      return [momentWords(String(answer))];
    case "checkbox":
    case "section":
      return [];
    case "text":
    case "long_text":
    case "number":
    case "date":
    case "email":
    case "url":
    case "phone":
      return [String(answer)];
  }
}
