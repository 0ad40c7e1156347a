import type { Said } from "../messages/said";
import { offeredOptions } from "./choices";
import { type Part, partsOf } from "./condition";
import type { Field } from "./fields";
import { forCustomers } from "./for-agents";
import { isAsked } from "./sections";

/** What makes customers leave a form, at a question or on the whole. It keeps nobody from publishing. */
export type Advice = { key: string | null; said: Said };

const many = { required: 6, questions: 12, options: 25, letters: 80 };
/** One word that says nothing of what is asked, in the languages that desks speak. */
const vague = new RegExp(
  `^(${[
    "infos?|information(en)?|details?|text|data|field|question|other|misc|value|input|n/a|tbd|todo",
    "angaben?|daten|feld|frage|sonstiges|anderes|wert|eingabe",
    "(ال)?(معلومات|تفاصيل|نص|بيانات|حقل|سؤال|أخرى|قيمة)",
  ].join("|")})[.:?؟]?$`,
  "i",
);
/** A long word, or two of which one could be an abbreviation. */
const capitals = /^\P{Ll}*(\p{Lu}{5}|\p{Lu}{4}\s+\p{Lu}{2})\P{Ll}*$/u;

export function adviceOf(form: Field[]): Advice[] {
  const all = forCustomers(form);
  const fields = all.filter(isAsked);
  const always = fields.filter(({ required, showWhen }) => required && !showWhen);
  return [
    ...(always.length > many.required
      ? [whole({ code: "form_builder.advice.required", params: { count: always.length } })]
      : []),
    ...(fields.filter(({ showWhen }) => !showWhen).length > many.questions
      ? [whole({ code: "form_builder.advice.questions", params: { count: fields.length } })]
      : []),
    ...fields.flatMap((field, index) =>
      [ofLabel(field), ofTwins(field, fields.slice(0, index), all), ofKind(field)].flatMap(said =>
        said ? [{ key: field.key, said }] : [],
      ),
    ),
  ];
}

const whole = (said: Said): Advice => ({ key: null, said });

function ofLabel({ label, help, kind }: Field): Said | undefined {
  const said = label.trim();
  if (said.length > many.letters) return { code: "form_builder.advice.long_label" };
  if (vague.test(said) && !help && kind !== "file") return { code: "form_builder.advice.vague" };
  if (capitals.test(said)) return { code: "form_builder.advice.capitals" };
  return undefined;
}

function ofTwins(field: Field, above: Field[], all: Field[]): Said | undefined {
  const said = nameOf(field);
  const isTwin =
    said !== "" &&
    above.some(
      other =>
        nameOf(other) === said &&
        headingOf(all, other) === headingOf(all, field) &&
        !exclude(all, field, other),
    );
  return isTwin ? { code: "form_builder.advice.twin" } : undefined;
}

const nameOf = ({ label }: Field) => label.trim().toLowerCase();

const headingOf = (all: Field[], field: Field) =>
  all.slice(0, all.indexOf(field)).findLast(other => !isAsked(other));

/** Whether nobody sees both, because they wait for different answers to one choice. */
const exclude = (all: Field[], one: Field, other: Field) =>
  needed(one).some(({ field, is }) =>
    needed(other).some(
      part =>
        part.field === field &&
        all.some(({ key, kind }) => key === field && kind === "single_choice") &&
        !part.is.some(value => is.includes(value)),
    ),
  );

const needed = ({ showWhen }: Field): Part[] => (showWhen && !("any" in showWhen) ? partsOf(showWhen) : []);

function ofKind(field: Field): Said | undefined {
  if ("pattern" in field && field.pattern && !field.patternMessage)
    return { code: "form_builder.advice.no_message" };
  if (!("options" in field)) return undefined;
  const count = offeredOptions(field).length;
  if (count === 1) return { code: "form_builder.advice.one_option" };
  return count > many.options ? { code: "form_builder.advice.options", params: { count } } : undefined;
}
