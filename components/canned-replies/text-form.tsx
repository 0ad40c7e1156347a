import { DraftNotice } from "@/components/form/draft-notice";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cannedLimits } from "@/lib/canned-replies/input";
import { type Owner, ownerField, replyPath } from "@/lib/canned-replies/paths";
import type { ReplyInFull } from "@/lib/canned-replies/read";
import type { Clock } from "@/lib/clock";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import { PlaceholderCard } from "./placeholder-card";
import { VersionField } from "./version-field";

type Props = {
  t: Translator;
  owner: Owner;
  reply: ReplyInFull;
  language: { tag: string; name: string };
  draft: FormDraft;
  clock: Clock;
  actions: Record<"writeText" | "removeText", FormAction>;
};

/** The form for one translation of a canned reply, next to its text in the desk's own language. */
export function TextForm({ t, owner, reply, language, draft, clock, actions }: Props) {
  const { tag, name } = language;
  const label = t("canned_replies.body.in", { language: name });
  const present = reply.texts.find(text => text.language === tag)?.body;
  const hidden = { of: ownerField(owner), reply: reply.id, slug: reply.slug, language: tag };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <Card>
        <Form
          action={actions.writeText}
          id="text"
          labels={{ body: label }}
          draft={draft}
          keptLine={draft.kept && <DraftNotice t={t} draft={draft} clock={clock} />}
          hidden={hidden}
          className="grid gap-6"
        >
          <VersionField version={reply.version} />
          <TextField
            name="body"
            label={label}
            need="required"
            help={t("canned_replies.body.help")}
            rows={8}
            maxLength={cannedLimits.body}
            defaultValue={present}
          />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton working={t("canned_replies.saving")}>{t("canned_replies.text.save")}</SubmitButton>
            <ButtonLink href={replyPath(owner, reply.slug)} variant="quiet">
              {t("canned_replies.cancel")}
            </ButtonLink>
          </div>
        </Form>
        {present !== undefined && (
          <Form
            action={actions.removeText}
            id="remove-text"
            labels={{}}
            hidden={hidden}
            className="mt-6 grid gap-3 border-line border-t pt-5"
          >
            <p className="text-ink-soft text-sm">
              {t("canned_replies.text.remove.about", { language: name })}
            </p>
            <SubmitButton
              variant="secondary"
              working={t("canned_replies.saving")}
              className="justify-self-start"
            >
              {t("canned_replies.text.remove")}
            </SubmitButton>
          </Form>
        )}
      </Card>
      <div className="grid gap-6">
        <Card title={t("canned_replies.text.desk")} id="desk-text">
          <p dir="auto" className="wrap-anywhere whitespace-pre-wrap text-ink-soft text-sm">
            {reply.body}
          </p>
        </Card>
        <PlaceholderCard t={t} />
      </div>
    </div>
  );
}
