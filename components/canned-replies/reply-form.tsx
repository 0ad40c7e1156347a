import type { ReactNode } from "react";
import { DraftNotice } from "@/components/form/draft-notice";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cannedLimits } from "@/lib/canned-replies/input";
import { type Owner, ownerField, replyFormId } from "@/lib/canned-replies/paths";
import type { ReplyInFull } from "@/lib/canned-replies/read";
import type { Clock } from "@/lib/clock";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import { PlaceholderCard } from "./placeholder-card";
import { VersionField } from "./version-field";

type Props = {
  t: Translator;
  owner: Owner;
  action: FormAction;
  /** Missing for a new one. */
  reply?: ReplyInFull;
  draft: FormDraft;
  clock: Clock;
  back: string;
  /** Below the placeholders. */
  aside?: ReactNode;
};

export function ReplyForm({ t, owner, action, reply, draft, clock, back, aside }: Props) {
  const labels = {
    name: t("canned_replies.name"),
    keywords: t("canned_replies.keywords"),
    body: t("canned_replies.body"),
  };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <Card>
        <Form
          action={action}
          id={replyFormId}
          labels={labels}
          draft={draft}
          keptLine={draft.kept && <DraftNotice t={t} draft={draft} clock={clock} />}
          hidden={{ of: ownerField(owner), ...(reply && { reply: reply.id }) }}
          className="grid gap-6"
        >
          {reply && <VersionField version={reply.version} />}
          <TextField
            name="name"
            label={labels.name}
            need="required"
            help={t("canned_replies.name.help")}
            maxLength={cannedLimits.name}
            defaultValue={reply?.name}
          />
          <TextField
            name="body"
            label={labels.body}
            need="required"
            help={t("canned_replies.body.help")}
            rows={8}
            maxLength={cannedLimits.body}
            defaultValue={reply?.body}
          />
          <TextField
            name="keywords"
            label={labels.keywords}
            need="optional"
            help={t("canned_replies.keywords.help")}
            maxLength={cannedLimits.keywords}
            defaultValue={reply?.keywords}
          />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton working={t("canned_replies.saving")}>{t("canned_replies.save")}</SubmitButton>
            <ButtonLink href={back} variant="quiet">
              {t("canned_replies.cancel")}
            </ButtonLink>
          </div>
        </Form>
      </Card>
      <div className="grid gap-6">
        <PlaceholderCard t={t} />
        {aside}
      </div>
    </div>
  );
}
