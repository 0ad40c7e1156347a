"use client";

import { useEffect, useRef, useState } from "react";
import type { Choice } from "./choice";
import { Field } from "./field";
import { describedBy, useField } from "./form-context";
import { SubmitButton } from "./submit-button";
import { inputClass } from "./text-field";

type Props = {
  name: string;
  label: string;
  options: Choice[];
  value: string;
  /** The button that saves the choice where no script runs. */
  save: { label: string; working: string };
};

/** By keyboard each arrow is a choice, so it waits until one stays. */
const restMs = 700;

/** A choice that sends its form as soon as it is made. */
export function SavingSelect({ name, label, options, value, save }: Props) {
  const { id, errors } = useField(name);
  const [chosen, choose] = useState(value);
  const isByKeys = useRef(false);
  const due = useRef<number>(undefined);
  useEffect(() => choose(value), [value]);
  useEffect(() => () => window.clearTimeout(due.current), []);

  function send(form: HTMLFormElement | null) {
    window.clearTimeout(due.current);
    due.current = undefined;
    form?.requestSubmit();
  }

  return (
    <>
      <Field id={id} label={label} errors={errors}>
        <select
          id={id}
          name={name}
          value={chosen}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={describedBy(id, false, errors.length > 0)}
          className={inputClass}
          onKeyDown={() => {
            isByKeys.current = true;
          }}
          onPointerDown={() => {
            isByKeys.current = false;
          }}
          onChange={({ currentTarget: { value: next, form } }) => {
            choose(next);
            window.clearTimeout(due.current);
            due.current = window.setTimeout(() => send(form), isByKeys.current ? restMs : 0);
          }}
          onBlur={({ currentTarget: { form } }) => due.current !== undefined && send(form)}
        >
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </Field>
      <SubmitButton
        variant="secondary"
        size="small"
        className="unscripted mt-3 justify-self-start"
        working={save.working}
      >
        {save.label}
      </SubmitButton>
    </>
  );
}
