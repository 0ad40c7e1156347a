import { Form } from "@/components/form/form";
import { OptionsField } from "@/components/form/options-field";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { languageChoices } from "@/lib/accounts/languages";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import type { Invited } from "@/lib/people/invited";
import { invite } from "./actions";
import { NextForm } from "./next-form";

type Props = { t: Translator; invited: Invited[]; isSent: boolean; clock: Clock };

const roles = ["agent", "admin"] as const;

export function ColleaguesStep({ t, invited, isSent, clock }: Props) {
  return (
    <div className="grid gap-6">
      {isSent && (
        <Banner tone="good" role="status">
          {t("people.done.invited")}
        </Banner>
      )}
      {invited.length > 0 && (
        <section aria-labelledby="invited-title">
          <h2 id="invited-title" className="font-medium text-ink">
            {t("people.invited")}
          </h2>
          <ul className="mt-2 grid gap-1 text-ink-soft text-sm">
            {invited.map(({ id, email, role }) => (
              <li key={id} className="wrap-anywhere">
                {email} · {t(`people.role.${role}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Form
        key={invited.map(({ id }) => id).join()}
        action={invite}
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
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("people.invite.send")}
        </SubmitButton>
      </Form>
      <div className="border-line border-t pt-6">
        <NextForm step="colleagues" label={t("set_up.finish")} />
      </div>
    </div>
  );
}
