import type { Metadata } from "next";
import { PurposeLine } from "@/app/(auth)/purpose-line";
import { Form } from "@/components/form/form";
import { NameField } from "@/components/form/name-field";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { AuthCard } from "@/components/shell/auth-card";
import { buttonClass } from "@/components/ui/button-class";
import { readPageSettings, readParam, type SearchParams } from "@/lib/entry/page";
import { listFormat } from "@/lib/formats";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { returnPath } from "@/lib/session/return-path";
import type { DeskSettings } from "@/lib/settings";
import { signUp } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("accounts.sign_up") };
}

/** Who can sign up is no secret; whether an address can is. */
function introOf(t: Translator, { signUp, signUpDomains, signUpInvited }: DeskSettings): string {
  if (signUp === "open") return t("accounts.sign_up.intro");
  if (signUp === "invited") return t("accounts.sign_up.intro.invited");
  const domains = listFormat(t.language).format(signUpDomains);
  return t(`accounts.sign_up.intro.domains${signUpInvited ? "_or_invited" : ""}`, { domains });
}

export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const next = returnPath(await readParam(searchParams, "next"));
  const t = await readTranslator();
  const settings = await readPageSettings();
  return (
    <AuthCard
      desk={settings}
      title={t("accounts.sign_up")}
      intro={
        <>
          <PurposeLine t={t} path={next} />
          <p>{introOf(t, settings)}</p>
        </>
      }
      foot={t.rich("accounts.sign_up.has_account", {
        link: words => (
          <a href={`/sign-in?next=${encodeURIComponent(next)}`} className={buttonClass("secondary")}>
            {words}
          </a>
        ),
      })}
    >
      <Form
        action={signUp}
        id="sign-up"
        labels={{ name: t("accounts.name"), email: t("accounts.email"), password: t("accounts.password") }}
        className="grid gap-5"
      >
        <input type="hidden" name="next" value={next} />
        <NameField t={t} />
        <TextField
          name="email"
          label={t("accounts.email")}
          need="required"
          help={t("accounts.sign_up.email_help")}
          type="email"
          autoComplete="username"
          maxLength={254}
        />
        <PasswordField t={t} known={[settings.deskName]} />
        <SubmitButton size="large">{t("accounts.sign_up")}</SubmitButton>
      </Form>
    </AuthCard>
  );
}
