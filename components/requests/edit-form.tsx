import { DraftNotice } from "@/components/form/draft-notice";
import { Form } from "@/components/form/form";
import { Held } from "@/components/form/held";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ButtonLink } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import { limits } from "@/lib/requests/input";
import type { Edits } from "@/lib/requests/timeline";
import type { RequestInView } from "@/lib/requests/view";

type Props = {
  action: FormAction;
  on: RequestInView;
  /** Where it goes without a change. */
  back: string;
  body: string;
  editing: NonNullable<Edits["editing"]>;
  clock: Clock;
  t: Translator;
  draft?: FormDraft;
};

export const editForm = { id: "edit", names: ["seen", "body"] };

/** Changes the words of one's own comment, in their place. */
export function EditForm({ action, on, back, body, editing, clock, t, draft }: Props) {
  const { commentId, seen, until, isOver } = editing;
  const label = t("requests.edit.comment");
  const help = isOver
    ? t("requests.edit.over")
    : t.rich("requests.edit.until", { time: <Time at={until} clock={clock} /> });
  return (
    <Form
      action={action}
      id={editForm.id}
      draft={draft}
      keptLine={draft && <DraftNotice t={t} draft={draft} clock={clock} />}
      isOneField
      labels={{ body: label }}
      hidden={{ ...on, commentId }}
      className="grid gap-3 px-4 py-3.5 sm:px-5"
    >
      <Held>
        <HiddenField name="seen" value={seen} />
        <TextField
          name="body"
          label={label}
          rows={4}
          maxLength={limits.comment}
          defaultValue={body}
          help={help}
          autoFocus
        />
      </Held>
      <div className="flex flex-wrap gap-2">
        <SubmitButton size="small" working={t("requests.saving")}>
          {t("requests.edit.save")}
        </SubmitButton>
        <ButtonLink href={back} size="small" variant="quiet">
          {t("requests.edit.cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}
