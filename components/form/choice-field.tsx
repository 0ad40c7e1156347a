"use client";

import type { ReactNode } from "react";
import { useTexts } from "@/components/messages/browser-texts";
import { Field, type Need } from "./field";
import { describedBy, useField } from "./form-context";
import { inputClass } from "./text-field";

type Choice = { value: string; label: string; lang?: string };
type Props = {
  name: string;
  label: string;
  need?: Need;
  help?: ReactNode;
  options: Choice[];
  defaultValue?: string;
};

type SelectProps = Omit<Props, "options"> & {
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
}: SelectProps) {
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

export function OptionsField({
  name,
  label,
  need,
  help,
  options,
  defaultValue,
  several,
}: Omit<Props, "defaultValue"> & { defaultValue?: string | string[]; several?: boolean }) {
  const { id, errors, typed } = useField(name);
  const chosen = [typed ?? defaultValue].flat();
  return (
    <Field id={id} label={label} need={need} help={help} errors={errors} group>
      <div className="choices">
        {options.map(({ value, label: text }, index) => (
          <label key={value}>
            <input
              id={`${id}-${index}`}
              type={several ? "checkbox" : "radio"}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              aria-describedby={describedBy(id, false, errors.length > 0)}
            />
            {text}
          </label>
        ))}
      </div>
    </Field>
  );
}

export function CheckboxField({ name, label, need, help, defaultValue }: Omit<Props, "options">) {
  const texts = useTexts();
  const { id, errors, typed } = useField(name);
  return (
    <Field id={id} label={label} need={need} help={help} errors={errors}>
      <span className="choice">
        <input
          id={id}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={(typed ?? defaultValue) === "yes"}
          aria-required={need === "required" || undefined}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={describedBy(id, Boolean(help), errors.length > 0)}
        />
        <span aria-hidden="true">{texts["form.yes"]}</span>
      </span>
    </Field>
  );
}
