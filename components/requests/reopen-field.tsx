"use client";

import { useField } from "@/components/form/form-context";
import { OptionsField } from "@/components/form/options-field";

export type ToldReopen = {
  isResolved: boolean;
  mayReopen: boolean;
  label: string;
  options: { value: string; label: string }[];
};

export function ReopenField({ isResolved, mayReopen, label, options }: ToldReopen) {
  const { errors } = useField("afterResolved");
  if (!isResolved && errors.length === 0) return null;
  if (isResolved && !mayReopen) return <input type="hidden" name="afterResolved" value="keep" />;
  return <OptionsField name="afterResolved" label={label} options={options} />;
}
