"use client";

import { useForm } from "@/components/form/form-context";
import { OptionsField } from "@/components/form/options-field";

export type ToldReopen = {
  isResolved: boolean;
  mayReopen: boolean;
  label: string;
  options: { value: string; label: string }[];
};

export function ReopenField({ isResolved, mayReopen, label, options }: ToldReopen) {
  const { state } = useForm();
  if (!isResolved && !state?.error?.afterResolved) return null;
  if (isResolved && !mayReopen) return <input type="hidden" name="afterResolved" value="keep" />;
  return <OptionsField name="afterResolved" label={label} options={options} />;
}
