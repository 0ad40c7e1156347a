"use client";

import { OptionsField } from "@/components/form/choice-field";
import { useField } from "@/components/form/form-context";

const options = [
  { value: "reopen", label: "Yes, re-open it: this is not solved" },
  { value: "keep", label: "No, just add my comment" },
];
const optionsForMail = [
  { value: "reopen", label: "Yes, it says that this is not solved" },
  { value: "keep", label: "No, just add it as a comment" },
];

/** `ofMail`: the comment is somebody else's, so the question is put differently. */
type Props = { isResolved: boolean; mayReopen: boolean; ofMail?: boolean };

/** The question that a comment on a resolved request raises, also when it was resolved while one was typing. */
export function ReopenChoice({ isResolved, mayReopen, ofMail }: Props) {
  const { errors } = useField("afterResolved");
  if (!isResolved && errors.length === 0) return null;
  if (isResolved && !mayReopen) return <input type="hidden" name="afterResolved" value="keep" />;
  return (
    <OptionsField
      name="afterResolved"
      label={ofMail ? "Does it re-open the request?" : "Should your comment re-open the request?"}
      options={ofMail ? optionsForMail : options}
    />
  );
}
