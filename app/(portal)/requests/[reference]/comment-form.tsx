import type { ReactNode } from "react";
import { FilesField, type FilesOffer } from "@/components/form/files-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ReopenChoice } from "@/components/requests/reopen-choice";
import { SeenField } from "@/components/requests/seen-field";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import { limits } from "@/lib/requests/input";
import type { RequestInView } from "@/lib/requests/view";

type Props = {
  action: FormAction;
  on: RequestInView;
  latest: string;
  isAwaited: boolean;
  isResolved: boolean;
  mayReopen: boolean;
  files: FilesOffer;
  t: Translator;
  draft?: FormDraft;
  keptLine?: ReactNode;
};

export const commentForm = { id: "comment", names: ["body", "afterResolved"] };

/** The customer's answer box. Where support waits for them, sending it is their answer and says so. */
export function CommentForm({
  action,
  on,
  latest,
  isAwaited,
  isResolved,
  mayReopen,
  files,
  t,
  draft,
  keptLine,
}: Props) {
  const label = t(isAwaited ? "requests.comment.answer" : "requests.comment");
  const filesLabel = t("requests.comment.files");
  return (
    <Form
      action={action}
      id={commentForm.id}
      draft={draft}
      keptLine={keptLine}
      labels={{ body: label, files: filesLabel, afterResolved: t("requests.reopen.short") }}
      hidden={on}
      className="grid gap-4"
    >
      <SeenField latest={latest} />
      <TextField
        name="body"
        label={label}
        rows={4}
        maxLength={limits.comment}
        help={t("requests.comment.help")}
      />
      <FilesField name="files" label={filesLabel} {...files} />
      <ReopenChoice isResolved={isResolved} mayReopen={mayReopen} t={t} />
      <SubmitButton variant={isAwaited ? "primary" : "secondary"} className="justify-self-start">
        {t(isAwaited ? "requests.comment.send_answer" : "requests.comment.send")}
      </SubmitButton>
    </Form>
  );
}
