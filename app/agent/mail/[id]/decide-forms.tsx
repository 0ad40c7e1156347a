import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ReopenField } from "@/components/requests/reopen-field";
import { tellReopen } from "@/components/requests/tell-reopen";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/form/form-state";
import type { InboundPage } from "@/lib/inbound/queue";
import type { Translator } from "@/lib/messages/translate";

type Props = {
  t: Translator;
  mail: Pick<InboundPage, "id" | "request" | "becomes">;
  accept: FormAction;
  attach: FormAction;
  discard: FormAction;
};

/** What an agent can do with an email that waits. */
export function DecideForms({ t, mail, accept, attach, discard }: Props) {
  const { request, becomes } = mail;
  const labels = { reference: t("inbox.reference"), afterResolved: t("inbox.reopen") };
  const id = <input type="hidden" name="mail" value={mail.id} />;
  const raising = (
    <Card title={t("inbox.raise")} id="raise" intro={t("inbox.raise.intro")}>
      <ButtonLink href={`/agent/new?mail=${mail.id}`} variant={request ? "secondary" : "primary"}>
        {t("on_behalf.go_on")}
      </ButtonLink>
    </Card>
  );
  return (
    <div className="grid gap-6">
      {!request && raising}
      {request && (
        <Card
          title={t("inbox.accept.to", { reference: request.reference })}
          id="accept"
          intro={t(`inbox.accept.as_${becomes}`)}
        >
          <Form action={accept} id="accept-mail" labels={labels} className="grid gap-4">
            {id}
            {becomes === "comment" && (
              <ReopenField
                {...tellReopen({ isResolved: request.isResolved, mayReopen: true, ofMail: true }, t)}
              />
            )}
            <div>
              <SubmitButton>{t("inbox.accept")}</SubmitButton>
            </div>
          </Form>
        </Card>
      )}
      <Card
        title={t(request ? "inbox.attach.to_another" : "inbox.attach.to")}
        id="attach"
        intro={t("inbox.attach.intro")}
      >
        <Form action={attach} id="attach-mail" labels={labels} className="grid gap-4">
          {id}
          <TextField name="reference" label={labels.reference} need="required" maxLength={40} />
          <ReopenField {...tellReopen({ isResolved: false, mayReopen: true, ofMail: true }, t)} />
          <div>
            <SubmitButton variant="secondary">{t("inbox.attach")}</SubmitButton>
          </div>
        </Form>
      </Card>
      {request && raising}
      <Form action={discard} id="discard-mail" labels={{}}>
        {id}
        <SubmitButton variant="danger">
          {t.rich("inbox.discard", { what: words => <span className="sr-only">{words}</span> })}
        </SubmitButton>
      </Form>
    </div>
  );
}
