import { DraftNotice } from "@/components/form/draft-notice";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cannedLimits } from "@/lib/canned-replies/input";
import { replyFormId } from "@/lib/canned-replies/paths";
import { placeholders, placeholderText } from "@/lib/canned-replies/placeholders";
import type { ReplyInFull } from "@/lib/canned-replies/read";
import type { Clock } from "@/lib/clock";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import { VersionField } from "./version-field";

type Props = {
  t: Translator;
  action: FormAction;
  /** Missing for a new one. */
  reply?: ReplyInFull;
  draft: FormDraft;
  clock: Clock;
  back: string;
};

export function ReplyForm({ t, action, reply, draft, clock, back }: Props) {
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
          hidden={reply ? { reply: reply.id } : {}}
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
      <Card
        title={t("canned_replies.placeholders")}
        id="placeholders"
        intro={t("canned_replies.placeholders.intro")}
      >
        <dl className="canned-help">
          {placeholders.map(name => (
            <div key={name}>
              <dt>
                <code>{placeholderText(name)}</code>
              </dt>
              <dd>{t(`canned_replies.placeholder.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </div>
  );
}
