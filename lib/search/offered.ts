import "server-only";
import type { PersonActor } from "../actor";
import type { Translator } from "../messages/translate";
import { deskList } from "./desk-list";
import { quote, typedOf } from "./operators";
import { listQueueChoices } from "./queue";
import { vocabularyOf } from "./vocabulary";

/** What can be typed behind `name:`, and what it is called; without choices a text, a reference or a day. */
export type OfferedOperator = {
  name: string;
  /** Understood as well. */
  neutral?: string;
  label: string;
  kind: "select" | "text" | "reference" | "date";
  values: [typed: string, label: string][];
  /** Takes several, with commas in between. */
  isList?: true;
};

/** In the order of the filters. @throws Refusal not_found for anybody who is not an agent */
export async function offerOperators(actor: PersonActor, t: Translator): Promise<OfferedOperator[]> {
  const vocabulary = vocabularyOf(t, await listQueueChoices(actor));
  const { fields, labelOf, wordOf } = vocabulary;
  return deskList.parameters.flatMap(({ name, all, operator, isList }) => {
    const field = fields.find(one => one.name === name);
    if (!field || !operator) return [];
    const choices = field.kind === "select" ? field.choices.filter(({ value }) => value !== all) : [];
    const values = choices.map((choice): [string, string] => [
      quote(typedOf(choice, choices, vocabulary)),
      labelOf(choice),
    ]);
    const kind = field.kind === "text" && field.isReference ? "reference" : field.kind;
    const word = wordOf(operator.name);
    const named = { name: word, ...(word !== operator.name && { neutral: operator.name }) };
    return [{ ...named, label: t(field.label), kind, values, ...(isList && { isList }) }];
  });
}
