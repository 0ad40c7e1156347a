import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { AuthCard } from "@/components/shell/auth-card";
import { ButtonLink } from "@/components/ui/button";
import { linkMinutes, readPasswordLink } from "@/lib/accounts/passwords";
import { openedLink } from "@/lib/entry/links";
import { readPage, readPageSettings } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { setNewPassword } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("accounts.set_password") };
}

/** Opening the link changes nothing, because mail scanners open links too; the button does. */
export default async function SetPasswordPage() {
  const link = await openedLink("password");
  const owner = link && (await readPage("/set-password", () => readPasswordLink(link.token)));
  const t = await readTranslator();
  if (!owner)
    return (
      <AuthCard
        desk={await readPageSettings()}
        title={t("accounts.link.gone")}
        intro={t("accounts.set_password.gone", { minutes: linkMinutes })}
        foot={<a href="/sign-in">{t("accounts.log_in.back")}</a>}
      >
        <div className="grid">
          <ButtonLink href="/reset" variant="primary" size="large">
            {t("accounts.set_password.ask_again")}
          </ButtonLink>
        </div>
      </AuthCard>
    );
  return (
    <AuthCard
      desk={await readPageSettings()}
      title={t("accounts.set_password")}
      intro={t.rich("accounts.set_password.intro", {
        email: <strong className="wrap-anywhere text-ink">{owner.email}</strong>,
      })}
      foot={t.rich("accounts.set_password.not_you", { link: words => <a href="/">{words}</a> })}
    >
      <Form
        action={setNewPassword}
        id="set-password"
        isOneField
        labels={{ password: t("accounts.password.new") }}
        className="grid gap-5"
      >
        <input type="hidden" name="link" value={link.mark} />
        {/* Tells a password manager whose password this is. */}
        <input type="hidden" autoComplete="username" value={owner.email} />
        <PasswordField
          t={t}
          which="new"
          known={[owner.name, owner.email, (await readPageSettings()).deskName]}
        />
        <SubmitButton size="large" working={t("accounts.saving")}>
          {t("accounts.set_password.set")}
        </SubmitButton>
      </Form>
    </AuthCard>
  );
}
