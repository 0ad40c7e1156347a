"use client";

import { type ReactNode, useId } from "react";
import { Field } from "@/components/form/field";
import { describedBy } from "@/components/form/form-context";
import { inputClass } from "@/components/form/text-field";

type Props = {
  id?: string;
  label: string;
  value: string;
  change: (value: string) => void;
  help?: ReactNode;
  error?: string | undefined;
  rows?: number;
  type?: string;
  maxLength?: number;
  min?: number;
  max?: number;
  isRequired?: boolean;
};

/** A property of a question that is typed. */
export function Line({ id: given, label, value, change, help, error, rows, isRequired, ...rest }: Props) {
  const ownId = useId();
  const id = given ?? ownId;
  const errors = error === undefined ? [] : [error];
  const shared = {
    ...{ id, value, dir: "auto" },
    onChange: ({ target }: { target: { value: string } }) => change(target.value),
    "aria-invalid": errors.length > 0 || undefined,
    "aria-required": isRequired,
    "aria-describedby": describedBy(id, Boolean(help), errors.length > 0),
    className: inputClass,
  };
  return (
    <Field id={id} label={label} help={help} errors={errors}>
      {rows ? (
        <textarea {...shared} rows={rows} maxLength={rest.maxLength} />
      ) : (
        <input {...shared} autoComplete="off" {...rest} />
      )}
    </Field>
  );
}

type TickProps = { id?: string; label: string; checked: boolean; change: (checked: boolean) => void };

export const Tick = ({ id, label, checked, change }: TickProps) => (
  <label className="choice">
    <input id={id} type="checkbox" checked={checked} onChange={event => change(event.target.checked)} />
    {label}
  </label>
);

type PickProps = {
  id?: string;
  label: string;
  value: string;
  change: (value: string) => void;
  options: { value: string; label: string }[];
  help?: string | undefined;
  error?: string | undefined;
};

export function Pick({ id: given, label, value, change, options, help, error }: PickProps) {
  const ownId = useId();
  const id = given ?? ownId;
  const errors = error === undefined ? [] : [error];
  return (
    <Field id={id} label={label} help={help} errors={errors}>
      <select
        id={id}
        value={value}
        onChange={event => change(event.target.value)}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, Boolean(help), errors.length > 0)}
        className={inputClass}
      >
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
