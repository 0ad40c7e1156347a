"use client";

import { OptionsField } from "@/components/form/choice-field";
import { useField } from "@/components/form/form-context";

type Props = {
  isResolved: boolean;
  mayReopen: boolean;
  label: string;
  options: { value: string; label: string }[];
};

export function ReopenField({ isResolved, mayReopen, label, options }: Props) {
  const { errors } = useField("afterResolved");
  if (!isResolved && errors.length === 0) return null;
  if (isResolved && !mayReopen) return <input type="hidden" name="afterResolved" value="keep" />;
  return <OptionsField name="afterResolved" label={label} options={options} />;
}
