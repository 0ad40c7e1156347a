"use client";

import type { Choice, ChoiceProps } from "./choice";
import { Field } from "./field";
import { describedBy, useField } from "./form-context";
import { inputClass } from "./text-field";

type Props = Omit<ChoiceProps, "options"> & {
  options?: Choice[];
  groups?: { label: string; options: Choice[] }[];
  emptyLabel?: string;
};

export function SelectField({
  name,
  label,
  need,
  help,
  options = [],
  groups = [],
  defaultValue = "",
  emptyLabel,
}: Props) {
  const { id, errors, typed } = useField(name);
  return (
    <Field id={id} label={label} need={need} help={help} errors={errors}>
      <select
        id={id}
        name={name}
        // React resets a select's value on rerender unless its key changes.
        key={String(typed)}
        defaultValue={typeof typed === "string" ? typed : defaultValue}
        aria-required={need === "required" || undefined}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, Boolean(help), errors.length > 0)}
        className={inputClass}
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map(({ value, label: text, lang }, index) => (
          <option key={value} id={`${id}-${index}`} value={value} lang={lang} dir={lang && "auto"}>
            {text}
          </option>
        ))}
        {groups.map(group => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map(({ value, label: text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}
