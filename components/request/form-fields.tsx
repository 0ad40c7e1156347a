import { CheckboxField, OptionsField, SelectField } from "@/components/form/choice-field";
import type { Need } from "@/components/form/field";
import { inputId } from "@/components/form/input-id";
import { TextField } from "@/components/form/text-field";
import { defaultLengths } from "@/lib/catalog/answers";
import type { Condition, Field } from "@/lib/catalog/fields";

type Props = { formId: string; fields: Field[]; nonce: string | undefined };

const nameOf = (field: Pick<Field, "key">) => `answers.${field.key}`;

/** The questions of a request type. What depends on other answers is shown and hidden by a style sheet, so it needs no script. */
export function FormFields({ formId, fields, nonce }: Props) {
  const rules = fields.flatMap(field => rulesOf(formId, fields, field));
  return (
    <>
      {rules.length > 0 && <style nonce={nonce}>{rules.join("\n")}</style>}
      {fields.map(field => (
        <div key={field.key} id={`${formId}-box-${field.key}`}>
          <Question field={field} />
        </div>
      ))}
    </>
  );
}

function Question({ field }: { field: Field }) {
  const shared = { name: nameOf(field), label: field.label, help: helpOf(field), need: needOf(field) };
  const text = { ...shared, placeholder: field.placeholder };
  switch (field.kind) {
    case "text":
      return <TextField {...text} maxLength={field.maxLength ?? defaultLengths.text} />;
    case "long_text":
      return <TextField {...text} rows={5} maxLength={field.maxLength ?? defaultLengths.long_text} />;
    case "number":
      return (
        <TextField
          {...text}
          inputMode={field.whole ? "numeric" : "decimal"}
          maxLength={24}
          className="max-w-60"
        />
      );
    case "date":
      return <TextField {...shared} type="date" min={field.min} max={field.max} className="max-w-60" />;
    case "date_time":
      return (
        <TextField {...shared} type="datetime-local" min={field.min} max={field.max} className="max-w-72" />
      );
    case "email":
      return (
        <TextField
          {...text}
          type="email"
          autoComplete="email"
          maxLength={field.maxLength ?? defaultLengths.email}
        />
      );
    case "url":
      return <TextField {...text} type="url" maxLength={field.maxLength ?? defaultLengths.url} />;
    case "phone":
      return (
        <TextField
          {...text}
          type="tel"
          autoComplete="tel"
          maxLength={field.maxLength ?? defaultLengths.phone}
        />
      );
    case "single_choice":
      return field.options.length > 6 ? (
        <SelectField {...shared} options={field.options} emptyLabel="Please choose" />
      ) : (
        <OptionsField {...shared} options={field.options} />
      );
    case "multiple_choice":
      return <OptionsField {...shared} options={field.options} several />;
    case "checkbox":
      return <CheckboxField {...shared} />;
  }
}

function needOf(field: Field): Need {
  if (field.required) return "required";
  return field.requireWhen ? "depends" : "optional";
}

/** The help, and the limits that are not plain from the field itself. */
function helpOf(field: Field): string | undefined {
  const limit =
    (field.kind === "text" || field.kind === "long_text") && field.maxLength
      ? `At most ${field.maxLength.toLocaleString("en")} characters.`
      : field.kind === "number" && field.min !== undefined && field.max !== undefined
        ? `From ${field.min} to ${field.max}.`
        : undefined;
  return [field.help, limit].filter(Boolean).join(" ") || undefined;
}

function rulesOf(formId: string, fields: Field[], field: Field): string[] {
  const box = `[id="${formId}-box-${field.key}"]`;
  const unless = (condition: Condition) => `[id="${formId}"]:not(:has(${chosen(formId, fields, condition)}))`;
  const when = (condition: Condition) => `[id="${formId}"]:has(${chosen(formId, fields, condition)})`;
  return [
    ...(field.showWhen ? [`${unless(field.showWhen)} ${box}{display:none}`] : []),
    ...(field.requireWhen && !field.required
      ? [
          `${unless(field.requireWhen)} ${box} .need-required{display:none}`,
          `${when(field.requireWhen)} ${box} .need-optional{display:none}`,
        ]
      : []),
  ];
}

/** A selector for the inputs that make the condition true; ids are made of keys and positions, never of texts. */
function chosen(formId: string, fields: Field[], { field: key, is }: Condition): string {
  const other = fields.find(field => field.key === key);
  const id = inputId(formId, nameOf({ key }));
  if (!other || !("options" in other)) return `[id="${id}"]:checked`;
  const positions = other.options.flatMap((option, index) => (is.includes(option.value) ? [index] : []));
  return positions.map(index => `[id="${id}-${index}"]:checked`).join(",");
}
