import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PurposeLine } from "@/app/(auth)/purpose-line";
import { LogInLinkOffer } from "@/app/(auth)/sign-in/log-in-link-offer";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { AuthCard } from "@/components/shell/auth-card";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button-class";
import { logInLinkMinutes } from "@/lib/accounts/log-in-link";
import { readPage, readPageSettings, readParam, readParams, type SearchParams } from "@/lib/entry/page";
import { wayIn } from "@/lib/entry/way-in";
import { readTranslator } from "@/lib/messages/translate";
import { currentActor } from "@/lib/session/actor";
import { returnPath } from "@/lib/session/return-path";
import { signIn } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("accounts.log_in") };
}

const news = {
  left: "accounts.log_in.left",
  partly: "accounts.log_in.kept_partly",
  kept: "accounts.log_in.kept",
  changed: "accounts.log_in.password_changed",
  link: "accounts.log_in.link_sent",
} as const;

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const next = returnPath(await readParam(searchParams, "next"));
  if (await readPage("/sign-in", currentActor)) redirect(await wayIn(next, currentActor));
  const asked = await readParams(searchParams, Object.keys(news));
  const t = await readTranslator();
  const desk = await readPageSettings();
  const [, code] = Object.entries(news).find(([name]) => asked[name]) ?? [];
  return (
    <AuthCard
      desk={desk}
      title={t("accounts.log_in")}
      intro={<PurposeLine t={t} path={next} />}
      foot={t.rich("accounts.log_in.no_account", {
        link: words => (
          <a href={`/sign-up?next=${encodeURIComponent(next)}`} className={buttonClass("secondary")}>
            {words}
          </a>
        ),
      })}
    >
      {code && (
        <Banner tone="good" role="status" className="mb-6">
          {t(code, { minutes: logInLinkMinutes })}
        </Banner>
      )}
      <Form
        action={signIn}
        id="sign-in"
        labels={{ email: t("accounts.email"), password: t("accounts.password") }}
        className="grid gap-5"
      >
        <input type="hidden" name="next" value={next} />
        <TextField
          name="email"
          label={t("accounts.email")}
          type="email"
          autoComplete="username"
          maxLength={254}
        />
        <PasswordField t={t} />
        <SubmitButton size="large" working={t("accounts.log_in.working")}>
          {t("accounts.log_in")}
        </SubmitButton>
        <LogInLinkOffer label={t("accounts.log_in.send_link")} />
        <p className="text-center text-sm">
          <a
            href={`/reset?next=${encodeURIComponent(next)}`}
            className="inline-flex min-h-6 items-center text-ink-soft underline underline-offset-4"
          >
            {t("accounts.log_in.forgotten")}
          </a>
        </p>
      </Form>
    </AuthCard>
  );
}
