import { CheckboxField } from "@/components/form/checkbox-field";
import type { Need } from "@/components/form/field";
import { FilesField } from "@/components/form/files-field";
import { OptionsField } from "@/components/form/options-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { FileRules } from "@/lib/attachments/limits";
import { defaultLengths } from "@/lib/catalog/answers";
import { answerName, boxId } from "@/lib/catalog/conditions";
import type { Answer, Answers, Field } from "@/lib/catalog/fields";
import { localTime } from "@/lib/catalog/moments";
import type { FileView } from "@/lib/form/file-view";
import type { Translator } from "@/lib/messages/translate";

type Props = {
  t: Translator;
  formId: string;
  fields: Field[];
  stylesHref: string;
  /** What the questions are answered with so far. */
  values?: Answers;
  /** What lies beside the form, by the names of its fields. */
  unsent: Record<string, FileView[]>;
  fileRules: FileRules;
};

/** The questions of a request type. What depends on other answers is shown and hidden by a style sheet, so it needs no script. */
export function FormFields({ fields, stylesHref, ...form }: Props) {
  return (
    <>
      <link rel="stylesheet" href={stylesHref} precedence="form" />
      {fields.map(field =>
        field.showWhen || field.requireWhen ? (
          <div key={field.key} id={boxId(form.formId, field.key)}>
            <Question field={field} {...form} />
          </div>
        ) : (
          <Question key={field.key} field={field} {...form} />
        ),
      )}
    </>
  );
}

type FieldProps = Omit<Props, "fields" | "stylesHref"> & { field: Field };

function Question({ t, field, values = {}, unsent, fileRules }: FieldProps) {
  if (field.kind !== "file") return <Input t={t} field={field} value={values[field.key]} />;
  return (
    <FilesField
      name={answerName(field.key)}
      label={field.label}
      help={field.help}
      need={needOf(field)}
      sent={filesIn(values[field.key])}
      unsent={unsent[answerName(field.key)] ?? []}
      megabytes={fileRules.megabytes}
      most={field.max ?? fileRules.most}
    />
  );
}

const filesIn = (answer: Answer = []) =>
  Array.isArray(answer) ? answer.filter(one => typeof one !== "string") : [];

type InputProps = { t: Translator; field: Exclude<Field, { kind: "file" }>; value?: Answer };

function Input({ t, field, value }: InputProps) {
  const shared = {
    name: answerName(field.key),
    label: field.label,
    help: helpOf(t, field),
    need: needOf(field),
    defaultValue: typeof value === "string" ? value : undefined,
  };
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
          className="[&_input]:max-w-60"
        />
      );
    case "date":
      return (
        <TextField {...shared} type="date" min={field.min} max={field.max} className="[&_input]:max-w-60" />
      );
    case "date_time":
      return (
        <TextField
          {...shared}
          defaultValue={shared.defaultValue && localTime(shared.defaultValue)}
          type="datetime-local"
          min={field.min}
          max={field.max}
          className="[&_input]:max-w-72"
        />
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
        <SelectField {...shared} options={field.options} emptyLabel={t("forms.choose")} />
      ) : (
        <OptionsField {...shared} options={field.options} />
      );
    case "multiple_choice":
      return <OptionsField {...shared} defaultValue={value as string[]} options={field.options} several />;
    case "checkbox":
      return <CheckboxField {...shared} />;
  }
}

function needOf(field: Field): Need {
  if (field.required) return "required";
  return field.requireWhen ? "depends" : "optional";
}

/** The help, and the limits that are not plain from the field itself. */
function helpOf(t: Translator, field: Field): string | undefined {
  return [field.help, limitOf(t, field)].filter(Boolean).join(" ") || undefined;
}

function limitOf(t: Translator, field: Field): string | undefined {
  if (field.kind === "date_time") return t("forms.limit.zone");
  if ((field.kind === "text" || field.kind === "long_text") && field.maxLength)
    return t("forms.limit.length", { max: field.maxLength });
  if (field.kind !== "number") return undefined;
  const { min, max } = field;
  return min === undefined || max === undefined ? undefined : t("forms.limit.range", { min, max });
}
