import type { Clock } from "@/lib/clock";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import type { TimelineEntry } from "@/lib/requests/timeline";
import { type RequestInView, requestPath } from "@/lib/requests/view";
import { EditForm } from "./edit-form";

type Props = {
  timeline: TimelineEntry[];
  on: RequestInView;
  edit: FormAction;
  draft?: FormDraft;
  clock: Clock;
  t: Translator;
};

/** The form for the entry that its writer has asked to edit, if there is one. */
export function EditedEntry({ timeline, on, edit, ...shared }: Props) {
  const entry = timeline.find(entry => entry.kind === "comment" && entry.editing?.isAsked);
  if (entry?.kind !== "comment" || !entry.editing) return null;
  return (
    <EditForm
      action={edit}
      on={on}
      back={`${requestPath(on.reference, on.view)}?entry=${entry.id}#entry-${entry.id}`}
      body={entry.body}
      editing={entry.editing}
      {...shared}
    />
  );
}
