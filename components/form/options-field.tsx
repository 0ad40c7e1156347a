"use client";

import type { ChoiceProps } from "./choice";
import { Field } from "./field";
import { describedBy, useField } from "./form-context";

export function OptionsField({
  name,
  label,
  need,
  help,
  options,
  defaultValue,
  several,
}: Omit<ChoiceProps, "defaultValue"> & { defaultValue?: string | string[]; several?: boolean }) {
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
