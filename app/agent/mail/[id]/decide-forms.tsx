import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ReopenChoice } from "@/components/requests/reopen-choice";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/form/form-state";
import type { InboundPage } from "@/lib/inbound/queue";

type Props = {
  mail: Pick<InboundPage, "id" | "request" | "becomes">;
  accept: FormAction;
  attach: FormAction;
  discard: FormAction;
};

const labels = { reference: "Reference", afterResolved: "Re-open" };

/** What an agent can do with a mail that waits. */
export function DecideForms({ mail, accept, attach, discard }: Props) {
  const { request, becomes } = mail;
  const id = <input type="hidden" name="mail" value={mail.id} />;
  return (
    <div className="grid gap-6">
      {request && (
        <Card
          title={`Let it in to ${request.reference}`}
          id="accept"
          intro={
            becomes === "comment"
              ? "It becomes a comment of its sender, who is on this request. Make sure that it is really from them."
              : "Its sender is not on this request, so it becomes an internal note that quotes it."
          }
        >
          <Form action={accept} id="accept-mail" labels={labels} className="grid gap-4">
            {id}
            {becomes === "comment" && <ReopenChoice isResolved={request.isResolved} mayReopen ofMail />}
            <div>
              <SubmitButton>Let it in</SubmitButton>
            </div>
          </Form>
        </Card>
      )}
      <Card
        title={request ? "Attach it to another request" : "Attach it to a request"}
        id="attach"
        intro="As a comment if its sender is on that one, else as an internal note."
      >
        <Form action={attach} id="attach-mail" labels={labels} className="grid gap-4">
          {id}
          <TextField name="reference" label="Reference" need="required" maxLength={40} />
          <ReopenChoice isResolved={false} mayReopen ofMail />
          <div>
            <SubmitButton variant="secondary">Attach</SubmitButton>
          </div>
        </Form>
      </Card>
      <Form action={discard} id="discard-mail" labels={{}}>
        {id}
        <SubmitButton variant="danger">
          Discard<span className="sr-only"> this mail</span>
        </SubmitButton>
      </Form>
    </div>
  );
}
