import type { Said } from "../messages/said";
import { offeredOptions } from "./choices";
import type { Field } from "./fields";
import { forCustomers } from "./for-agents";
import { isAsked } from "./sections";

/** What makes customers leave a form, at a question or on the whole. It keeps nobody from publishing. */
export type Advice = { key: string | null; said: Said };

const many = { required: 6, questions: 12, options: 25, letters: 80 };
/** One word that says nothing of what is asked. */
const vague = /^(info(rmation)?|details?|text|data|field|question|other|misc\.?|value|input|n\/a|tbd|todo)$/i;

export function adviceOf(form: Field[]): Advice[] {
  const fields = forCustomers(form).filter(isAsked);
  const always = fields.filter(({ required, showWhen }) => required && !showWhen);
  return [
    ...(always.length > many.required
      ? [whole({ code: "form_builder.advice.required", params: { count: always.length } })]
      : []),
    ...(fields.filter(({ showWhen }) => !showWhen).length > many.questions
      ? [whole({ code: "form_builder.advice.questions", params: { count: fields.length } })]
      : []),
    ...fields.flatMap((field, index) =>
      [ofLabel(field), ofTwins(field, fields.slice(0, index)), ofKind(field)].flatMap(said =>
        said ? [{ key: field.key, said }] : [],
      ),
    ),
  ];
}

const whole = (said: Said): Advice => ({ key: null, said });

function ofLabel({ label, help, kind }: Field): Said | undefined {
  const said = label.trim();
  if (said.length > many.letters) return { code: "form_builder.advice.long_label" };
  if (vague.test(said) && !help && kind !== "file")
    return { code: "form_builder.advice.vague", params: { label: said } };
  if (said.length > 4 && said === said.toUpperCase() && said !== said.toLowerCase())
    return { code: "form_builder.advice.capitals" };
  return undefined;
}

function ofTwins({ label }: Field, above: Field[]): Said | undefined {
  const said = label.trim().toLowerCase();
  const isTwin = said !== "" && above.some(other => other.label.trim().toLowerCase() === said);
  return isTwin ? { code: "form_builder.advice.twin", params: { label } } : undefined;
}

function ofKind(field: Field): Said | undefined {
  if ("pattern" in field && field.pattern && !field.patternMessage)
    return { code: "form_builder.advice.no_message" };
  if (!("options" in field)) return undefined;
  const count = offeredOptions(field).length;
  if (count === 1) return { code: "form_builder.advice.one_option" };
  return count > many.options ? { code: "form_builder.advice.options", params: { count } } : undefined;
}
