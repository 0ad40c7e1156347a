import type { Translator } from "@/lib/messages/translate";
import { ReopenField } from "./reopen-field";

/** `ofMail`: the comment is somebody else's, so the question is put differently. */
type Props = { isResolved: boolean; mayReopen: boolean; ofMail?: boolean; t: Translator };

/** The question that a comment on a resolved request raises, also when it was resolved while one was typing. */
export function ReopenChoice({ isResolved, mayReopen, ofMail, t }: Props) {
  const question = ofMail ? "requests.reopen_by_mail" : "requests.reopen";
  return (
    <ReopenField
      isResolved={isResolved}
      mayReopen={mayReopen}
      label={t(question)}
      options={[
        { value: "reopen", label: t(`${question}.yes`) },
        { value: "keep", label: t(`${question}.no`) },
      ]}
    />
  );
}
