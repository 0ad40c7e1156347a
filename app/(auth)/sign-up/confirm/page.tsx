import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BrowserZoneField } from "@/components/form/browser-zone";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { AuthCard } from "@/components/shell/auth-card";
import { Banner } from "@/components/ui/banner";
import { codeMinutes, resendSeconds } from "@/lib/accounts/sign-up";
import { readPageSettings, readParam, type SearchParams } from "@/lib/entry/page";
import { hasMailbox } from "@/lib/mail/local-mailbox";
import { readTranslator } from "@/lib/messages/translate";
import { readSignUpCookie } from "@/lib/session/cookies";
import { confirmCode, resend } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("accounts.sign_up.code") };
}

export default async function ConfirmPage({ searchParams }: { searchParams: SearchParams }) {
  if (!(await readSignUpCookie())) redirect("/sign-up");
  const t = await readTranslator();
  return (
    <AuthCard
      desk={await readPageSettings()}
      title={t("accounts.sign_up.code")}
      intro={t("accounts.sign_up.code.intro", { minutes: codeMinutes })}
      foot={t.rich("accounts.sign_up.code.wrong_address", {
        link: words => <a href="/sign-up">{words}</a>,
      })}
    >
      {(await readParam(searchParams, "sent")) && (
        <Banner tone="good" role="status" className="mb-6">
          {t("accounts.sign_up.code.sent_again")}
        </Banner>
      )}
      <Form
        action={confirmCode}
        id="confirm"
        isOneField
        labels={{ code: t("accounts.sign_up.code.label") }}
        className="grid gap-5"
      >
        <BrowserZoneField name="timeZone" />
        <TextField
          name="code"
          label={t("accounts.sign_up.code.label")}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          className="[&_input]:font-mono [&_input]:text-2xl [&_input]:tracking-[0.3em]"
        />
        <SubmitButton size="large" working={t("accounts.sign_up.code.working")}>
          {t("accounts.sign_up.code.confirm")}
        </SubmitButton>
      </Form>
      <div className="mt-8 border-line border-t pt-6 text-sm">
        <p className="mb-3 text-ink-soft">
          {t("accounts.sign_up.code.not_there", { seconds: resendSeconds })}{" "}
          {hasMailbox() &&
            t.rich("accounts.sign_up.code.mailbox", {
              link: words => (
                <a href="/mailbox" className="font-medium text-accent-text underline underline-offset-4">
                  {words}
                </a>
              ),
            })}
        </p>
        <Form action={resend} id="resend" labels={{}} className="grid justify-items-start gap-4">
          <SubmitButton variant="secondary">{t("accounts.sign_up.code.send_again")}</SubmitButton>
        </Form>
      </div>
    </AuthCard>
  );
}
