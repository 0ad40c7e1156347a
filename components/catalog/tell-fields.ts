import type { Need } from "@/components/form/field";
import type { FileRules } from "@/lib/attachments/limits";
import { offeredOptions } from "@/lib/catalog/choices";
import { agentsBox, answerName, boxId } from "@/lib/catalog/conditions";
import { fieldsIn } from "@/lib/catalog/field-texts";
import type { Answer, Answers, Field } from "@/lib/catalog/fields";
import { isForAgents } from "@/lib/catalog/for-agents";
import { defaultLengths } from "@/lib/catalog/lengths";
import { localTime } from "@/lib/catalog/moments";
import { isAsked, isHideable } from "@/lib/catalog/sections";
import { exactNumberFormat } from "@/lib/decimal-formats";
import type { FileView } from "@/lib/form/file-view";
import type { Translator } from "@/lib/messages/translate";
import type { ToldField, ToldInput } from "./told-field";

type Form = {
  formId: string;
  fields: Field[];
  /** What the questions are answered with so far. */
  values?: Answers;
  /** Files that were chosen but not sent, by the names of their fields. */
  unsent: Record<string, FileView[]>;
  fileRules: FileRules;
};

/** The questions of a request type, in the reader's language. */
export function tellFields({ fields: asked, ...form }: Form, t: Translator): ToldField[] {
  const fields = fieldsIn(asked, t.language);
  const first = fields.find(isForAgents);
  return fields.flatMap(field => {
    const help = helpOf(field, t);
    const isInBox = isAsked(field) ? field.showWhen || field.requireWhen : isHideable(fields, field);
    const told: ToldField = {
      name: answerName(field.key),
      label: field.label,
      need: needOf(field),
      ...(help && { help }),
      ...(isInBox && { box: boxId(form.formId, field.key) }),
      input: tellInput(field, form, t),
    };
    return field === first ? [headingOfAgents(t), told] : [told];
  });
}

/** Above what only agents are asked. */
const headingOfAgents = (t: Translator): ToldField => ({
  ...{ name: agentsBox, box: agentsBox, need: "unsaid", input: { section: true } },
  ...{ label: t("corrections.agents"), help: t("corrections.agents.text") },
});

function tellInput(field: Field, form: Omit<Form, "fields">, t: Translator): ToldInput {
  if (field.kind === "section") return { section: true };
  const value = form.values?.[field.key];
  if (field.kind === "file") return { files: tellFiles(field, value, form) };
  if ("options" in field) return tellChoice(field, value, t);
  const text = typeof value === "string" ? value : undefined;
  return field.kind === "checkbox" ? { checkbox: given(text) } : { text: tellText(field, text) };
}

type Choice = Extract<Field, { options: unknown }>;

function tellChoice(field: Choice, value: Answer | undefined, t: Translator): ToldInput {
  const { kind } = field;
  const options = offeredOptions(field);
  if (kind === "multiple_choice") return { options: { options, several: true, ...given(value as string[]) } };
  const choice = { options, ...given(typeof value === "string" ? value : undefined) };
  return options.length > 6 ? { select: { ...choice, emptyLabel: t("forms.choose") } } : { options: choice };
}

type Text = Extract<ToldInput, { text: unknown }>["text"];
type TextField = Exclude<Field, Choice | { kind: "file" | "checkbox" | "section" }>;

const looks = {
  text: {},
  long_text: { rows: 5 },
  email: { type: "email", autoComplete: "email" },
  url: { type: "url" },
  phone: { type: "tel", autoComplete: "tel" },
  date: { type: "date", className: "[&_input]:max-w-60" },
  date_time: { type: "datetime-local", className: "[&_input]:max-w-72" },
  number: { maxLength: 24, className: "[&_input]:max-w-60" },
} as const;

function tellText(field: TextField, value: string | undefined): Text {
  const { kind, placeholder } = field;
  const typed = { ...given(value), ...(placeholder && { placeholder }) };
  switch (kind) {
    case "number":
      return { ...looks.number, ...typed, inputMode: field.whole ? "numeric" : "decimal" };
    case "date":
      return { ...looks.date, ...given(value), ...boundsOf(field) };
    case "date_time":
      return { ...looks.date_time, ...given(value && localTime(value)), ...boundsOf(field) };
    default:
      return { ...looks[kind], ...typed, maxLength: field.maxLength ?? defaultLengths[kind] };
  }
}

const given = <V extends string | string[]>(value: V | undefined) =>
  value === undefined ? {} : { defaultValue: value };

const boundsOf = ({ min, max }: { min?: string; max?: string }) => ({
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});

function tellFiles(
  field: Extract<Field, { kind: "file" }>,
  answer: Answer = [],
  { unsent, fileRules: { megabytes, most } }: Omit<Form, "fields">,
) {
  const sent = Array.isArray(answer) ? answer.filter(one => typeof one !== "string") : [];
  return {
    ...(sent.length > 0 && { sent }),
    unsent: unsent[answerName(field.key)] ?? [],
    megabytes,
    most: field.max ?? most,
  };
}

function needOf(field: Field): Need {
  if (!isAsked(field)) return "unsaid";
  if (field.required) return "required";
  return field.requireWhen ? "depends" : "optional";
}

/** The help, and the limits that are not plain from the field itself. */
function helpOf(field: Field, t: Translator): string {
  return [field.help, limitOf(field, t)].filter(Boolean).join(" ");
}

function limitOf(field: Field, t: Translator): string | undefined {
  if (field.kind === "date_time") return t("forms.limit.zone");
  if ((field.kind === "text" || field.kind === "long_text") && field.maxLength)
    return t("forms.limit.length", { max: field.maxLength });
  if (field.kind !== "number") return undefined;
  const { min, max } = field;
  if (min === undefined || max === undefined) return undefined;
  const { format } = exactNumberFormat(t.language);
  return t("forms.limit.range", { min: format(min), max: format(max) });
}
