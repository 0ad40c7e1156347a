import { offeredOptions } from "./choices";
import type { Answer, Answers, Field } from "./fields";

/** What the answers to one form are worth in another: those to the same question, as far as it has the same choices. */
export function carryOver(from: Field[], answers: Answers, to: Field[]): { carried: Answers; left: Answers } {
  const fits = ([key, answer]: [string, Answer]) => {
    const [was, is] = [from, to].map(fields => fields.find(field => field.key === key));
    return is !== undefined && was?.kind === is.kind && hasChoices(is, answer);
  };
  const all = Object.entries(answers);
  return {
    carried: Object.fromEntries(all.filter(fits)),
    left: Object.fromEntries(all.filter(entry => !fits(entry))),
  };
}

function hasChoices(field: Field, answer: Answer): boolean {
  if (!("options" in field)) return true;
  return [answer].flat().every(chosen => offeredOptions(field).some(({ value }) => value === chosen));
}
