import { BrowserZoneField } from "@/components/form/browser-zone";
import { Form } from "@/components/form/form";
import { NameField } from "@/components/form/name-field";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { Translator } from "@/lib/messages/translate";
import { becomeAdmin } from "./actions";
import { Frame } from "./frame";

export function FirstAdmin({ t, mark }: { t: Translator; mark: string }) {
  return (
    <Frame t={t} stage="fresh" shown="fresh" title={t("set_up.admin")} intro={t("set_up.admin.intro")}>
      <Form
        action={becomeAdmin}
        id="first-admin"
        labels={{ name: t("accounts.name"), email: t("accounts.email"), password: t("accounts.password") }}
        className="grid gap-5"
      >
        <input type="hidden" name="link" value={mark} />
        <BrowserZoneField name="timeZone" />
        <NameField t={t} />
        <TextField
          name="email"
          type="email"
          label={t("accounts.email")}
          help={t("set_up.admin.email.help")}
          need="required"
          autoComplete="username"
        />
        <PasswordField t={t} known={[]} />
        <SubmitButton size="large" working={t("accounts.working")}>
          {t("set_up.admin.create")}
        </SubmitButton>
      </Form>
    </Frame>
  );
}
