"use client";

import { OptionsField } from "@/components/form/choice-field";
import { useField } from "@/components/form/form-context";

const options = [
  { value: "reopen", label: "Yes, re-open it: this is not solved" },
  { value: "keep", label: "No, just add my comment" },
];

type Props = { isResolved: boolean; mayReopen: boolean };

/** The question that a comment on a resolved request raises, also when it was resolved while one was typing. */
export function ReopenChoice({ isResolved, mayReopen }: Props) {
  const { errors } = useField("afterResolved");
  if (!isResolved && errors.length === 0) return null;
  if (isResolved && !mayReopen) return <input type="hidden" name="afterResolved" value="keep" />;
  return (
    <OptionsField name="afterResolved" label="Should your comment re-open the request?" options={options} />
  );
}
