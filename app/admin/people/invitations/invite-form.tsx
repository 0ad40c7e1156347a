import type { ComponentProps } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { Role } from "@/lib/actor";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import type { Invited } from "@/lib/people/invited";
import { InviteeFields } from "./invitee-fields";

type Props = {
  t: Translator;
  clock: Clock;
  action: ComponentProps<typeof Form>["action"];
  roles: readonly Role[];
  /** Once somebody more is among them, the form is empty again. */
  invited: Invited[];
  variant?: ComponentProps<typeof SubmitButton>["variant"];
};

export function InviteForm({ t, clock, action, roles, invited, variant }: Props) {
  const labels = {
    emails: t("people.invite.emails"),
    role: t("people.invite.role"),
    language: t("people.invite.language"),
  };
  return (
    <Form
      key={invited.map(({ id }) => id).join()}
      action={action}
      id="invite"
      labels={labels}
      className="grid gap-5"
    >
      <TextField
        name="emails"
        rows={3}
        inputMode="email"
        label={labels.emails}
        help={t("people.invite.emails.help")}
        autoComplete="off"
      />
      <InviteeFields {...{ t, clock, roles, labels }} usualRole="agent" />
      <SubmitButton {...(variant && { variant })} className="justify-self-start">
        {t("people.invite.send")}
      </SubmitButton>
    </Form>
  );
}
