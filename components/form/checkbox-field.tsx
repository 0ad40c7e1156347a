"use client";

import { useTexts } from "@/components/messages/browser-texts";
import type { ChoiceProps } from "./choice";
import { Field } from "./field";
import { describedBy, useField } from "./form-context";

export function CheckboxField({ name, label, need, help, defaultValue }: Omit<ChoiceProps, "options">) {
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
