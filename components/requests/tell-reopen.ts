import type { Translator } from "@/lib/messages/translate";
import type { ToldReopen } from "./reopen-field";

/** `ofMail`: the comment is somebody else's, so the question is put differently. */
type Asked = { isResolved: boolean; mayReopen: boolean; ofMail?: boolean };

/** The question that a comment on a resolved request raises, also when it was resolved while one was typing. */
export function tellReopen({ isResolved, mayReopen, ofMail }: Asked, t: Translator): ToldReopen {
  const question = ofMail ? "requests.reopen_by_mail" : "requests.reopen";
  return {
    isResolved,
    mayReopen,
    label: t(question),
    options: [
      { value: "reopen", label: t(`${question}.yes`) },
      { value: "keep", label: t(`${question}.no`) },
    ],
  };
}
