"use client";

import { type FormEvent, type HTMLInputTypeAttribute, type ReactNode, useState } from "react";
import { Field, type Need } from "./field";
import { describedBy, useField } from "./form-context";
import { Room } from "./room";

/** The class of what one types into; components/form/form.css draws it. */
export const inputClass = "input";

type Props = {
  name: string;
  label: string;
  need?: Need;
  help?: ReactNode;
  type?: HTMLInputTypeAttribute;
  /** Makes it a textarea. */
  rows?: number;
  defaultValue?: string;
  placeholder?: string;
  /** The server's limit. The input allows more, so that pasted text is not cut. */
  maxLength?: number;
  inputMode?: "numeric" | "decimal" | "email" | "url" | "tel";
  autoComplete?: string;
  min?: string | number;
  max?: string | number;
  /** The id of a list of what is likely. */
  list?: string;
  className?: string;
  /** Of what is typed, where that is known; otherwise its own letters say in which direction it is written. */
  lang?: string;
  dir?: "ltr" | "rtl";
  /** For the one field that a page is opened for. */
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
  maxLength,
  ...rest
}: Props) {
  const { id, errors, typed, autoFocus } = useField(name);
  const given = typeof typed === "string" ? typed : defaultValue;
  const [length, setLength] = useState(given?.length ?? 0);
  const shared = {
    id,
    name,
    dir: "auto",
    defaultValue: given,
    autoFocus,
    onInput: ({ currentTarget }: FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setLength(currentTarget.value.length),
    "data-room": maxLength,
    "aria-required": need === "required" || undefined,
    "aria-invalid": errors.length > 0 || undefined,
    "aria-describedby": describedBy(id, Boolean(help), errors.length > 0),
    ...rest,
  };
  return (
    <Field id={id} label={label} need={need} help={help} errors={errors} className={className}>
      {rows ? (
        <textarea {...shared} rows={rows} className={inputClass} />
      ) : (
        <input {...shared} type={type} className={inputClass} />
      )}
      {maxLength !== undefined && <Room id={`${id}-room`} length={length} max={maxLength} />}
    </Field>
  );
}
