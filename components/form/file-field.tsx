"use client";

import type { ReactNode } from "react";
import { Field } from "./field";
import { describedBy, useField, useForm } from "./form-context";

type Props = {
  name: string;
  label: string;
  help: ReactNode;
  accept: string;
  /** Said while it is sent. If given, it is sent once it is chosen: it is all that the form asks for, and would be lost behind another form's button. */
  sending?: string;
};

/** One file, sent with its form. */
export function FileField({ name, label, help, accept, sending }: Props) {
  const { id, errors } = useField(name);
  const { isPending } = useForm();
  return (
    <Field id={id} label={label} help={help} errors={errors}>
      <input
        id={id}
        type="file"
        name={name}
        accept={accept}
        onChange={({ target: { files, form } }) => sending && files?.length && form?.requestSubmit()}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, true, errors.length > 0)}
        className="block w-full text-ink-soft text-sm file:me-3 file:min-h-10 file:cursor-pointer file:rounded-lg file:border file:border-line-strong file:bg-surface file:px-3 file:font-medium file:text-ink pointer-coarse:file:min-h-11"
      />
      {sending && (
        <p role="status" className="mt-1 text-ink-soft text-sm">
          {isPending && sending}
        </p>
      )}
    </Field>
  );
}
