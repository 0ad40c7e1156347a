import { BrowserZoneField } from "@/components/form/browser-zone";
import { Form } from "@/components/form/form";
import { NameField } from "@/components/form/name-field";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import type { FormAction } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";

type Props = {
  t: Translator;
  action: FormAction;
  id: string;
  /** The mark of the mailed link that it was opened with. */
  link: string;
  email: string;
  deskName: string;
};

/** For somebody who has opened a mailed link. The link proves their address, so only a name and a password are asked for. */
export function NewAccountForm({ t, action, id, link, email, deskName }: Props) {
  return (
    <Form
      action={action}
      id={id}
      labels={{ name: t("accounts.name"), password: t("accounts.password") }}
      className="grid gap-5"
    >
      <input type="hidden" name="link" value={link} />
      <BrowserZoneField name="timeZone" />
      <NameField t={t} />
      {/* Tells a password manager whose password this is. */}
      <input type="hidden" autoComplete="username" value={email} />
      <PasswordField t={t} known={[email, deskName]} />
      <SubmitButton size="large" working={t("accounts.working")}>
        {t("accounts.sign_up.link.create")}
      </SubmitButton>
    </Form>
  );
}
