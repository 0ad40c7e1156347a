"use client";

import clsx from "clsx";
import type { HTMLInputTypeAttribute, ReactNode } from "react";
import { Field, type Need } from "./field";
import { describedBy, useField } from "./form-context";

export const inputClass =
  "block w-full rounded-lg border border-line-strong bg-surface px-3 text-base text-ink placeholder:text-ink-faint hover:border-ink-soft aria-invalid:border-bad";

type Props = {
  name: string;
  label: string;
  need?: Need;
  help?: ReactNode;
  type?: HTMLInputTypeAttribute;
  /** Lines of a longer text; without it the field is one line. */
  rows?: number;
  defaultValue?: string;
  placeholder?: string;
  maxLength?: number;
  inputMode?: "numeric" | "decimal" | "email" | "url" | "tel";
  autoComplete?: string;
  min?: string | number;
  max?: string | number;
  className?: string;
  /** For the one field that a page was opened for. */
  autoFocus?: boolean;
};

export function TextField({
  name,
  label,
  need,
  help,
  rows,
  type = "text",
  defaultValue,
  className,
  ...rest
}: Props) {
  const { id, errors, typed } = useField(name);
  const shared = {
    id,
    name,
    defaultValue: typeof typed === "string" ? typed : defaultValue,
    "aria-required": need === "required" || undefined,
    "aria-invalid": errors.length > 0 || undefined,
    "aria-describedby": describedBy(id, Boolean(help), errors.length > 0),
    ...rest,
  };
  return (
    <Field id={id} label={label} need={need} help={help} errors={errors} className={className}>
      {rows ? (
        <textarea
          {...shared}
          rows={rows}
          className={clsx(inputClass, "field-sizing-content max-h-[60vh] min-h-28 py-2.5")}
        />
      ) : (
        <input {...shared} type={type} className={clsx(inputClass, "min-h-11 py-2")} />
      )}
    </Field>
  );
}
