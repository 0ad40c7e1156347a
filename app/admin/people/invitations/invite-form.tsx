import type { ComponentProps } from "react";
import { Form } from "@/components/form/form";
import { OptionsField } from "@/components/form/options-field";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { languageChoices } from "@/lib/accounts/languages";
import type { Role } from "@/lib/actor";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import type { Invited } from "@/lib/people/invited";

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
  return (
    <Form
      key={invited.map(({ id }) => id).join()}
      action={action}
      id="invite"
      labels={{
        emails: t("people.invite.emails"),
        role: t("people.invite.role"),
        language: t("people.invite.language"),
      }}
      className="grid gap-5"
    >
      <TextField
        name="emails"
        rows={3}
        inputMode="email"
        label={t("people.invite.emails")}
        help={t("people.invite.emails.help")}
        autoComplete="off"
      />
      <OptionsField
        name="role"
        label={t("people.invite.role")}
        options={roles.map(one => ({ value: one, label: t(`people.role.${one}`) }))}
        defaultValue="agent"
      />
      <SelectField
        name="language"
        label={t("people.invite.language")}
        help={t("people.invite.language.help")}
        options={languageChoices(new Date(clock.now), clock.timeZone)}
        defaultValue={clock.language}
      />
      <SubmitButton {...(variant && { variant })} className="justify-self-start">
        {t("people.invite.send")}
      </SubmitButton>
    </Form>
  );
}
