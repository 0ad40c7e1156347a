import type { ReactNode } from "react";
import { FilesField, type FilesOffer } from "@/components/form/files-field";
import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ReopenField, type ToldReopen } from "@/components/requests/reopen-field";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import type { RequestInView } from "@/lib/requests/view";
import { SeenField } from "./seen-field";

export type ToldComment = {
  title: string;
  isAwaited: boolean;
  /** The newest entry that its writer has seen. */
  latest: string;
  words: { label: string; help: string; placeholder: string; maxLength: number };
  files: string;
  reopen: ToldReopen;
  reopenLabel: string;
  send: string;
};

type Props = {
  action: FormAction;
  on: RequestInView;
  told: ToldComment;
  files: FilesOffer;
  draft?: FormDraft;
  keptLine?: ReactNode;
};

export const commentForm = { id: "comment", names: ["body", "afterResolved"] };

/** The customer's answer box. Where support waits for them, sending it is their answer and says so. */
export function CommentForm({ action, on, told, files, draft, keptLine }: Props) {
  const { latest, words, reopen, reopenLabel, send } = told;
  return (
    <FormBody
      action={action}
      id={commentForm.id}
      draft={draft}
      keptLine={keptLine}
      labels={{ body: words.label, files: told.files, afterResolved: reopenLabel }}
      hidden={on}
      className="composer"
    >
      <SeenField latest={latest} />
      <TextField name="body" rows={4} {...words} />
      <ReopenField {...reopen} />
      <FilesField name="files" label={told.files} {...files} />
      <SubmitButton>{send}</SubmitButton>
    </FormBody>
  );
}
