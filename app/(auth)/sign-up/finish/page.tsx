import type { Metadata } from "next";
import { NewAccountForm } from "@/app/(auth)/new-account-form";
import { BrowserZoneField } from "@/components/form/browser-zone";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { AuthCard } from "@/components/shell/auth-card";
import { ButtonLink } from "@/components/ui/button";
import { readSignUpLink } from "@/lib/accounts/confirm";
import { codeMinutes } from "@/lib/accounts/sign-up";
import { openedLink } from "@/lib/entry/links";
import { readPage, readPageSettings } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { readSignUpCookie } from "@/lib/session/cookies";
import { confirmElsewhere, confirmHere } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("accounts.sign_up.link") };
}

/**
 * Opening the link changes nothing, because mail scanners open links too; the button does. The password that was
 * typed at sign-up is good in that browser alone: a person who typed it elsewhere need not own the mailbox.
 */
export default async function FinishPage() {
  const link = await openedLink("sign-up");
  const proof = (await readSignUpCookie())?.proof ?? null;
  const signUp = link && (await readPage("/sign-up/finish", () => readSignUpLink(link.token, proof)));
  const t = await readTranslator();
  if (!signUp)
    return (
      <AuthCard
        desk={await readPageSettings()}
        title={t("accounts.link.gone")}
        intro={t("accounts.sign_up.link.gone", { minutes: codeMinutes })}
      >
        <div className="grid gap-3">
          <ButtonLink href="/sign-in" variant="primary" size="large">
            {t("accounts.log_in")}
          </ButtonLink>
          <ButtonLink href="/sign-up" size="large">
            {t("accounts.sign_up.again")}
          </ButtonLink>
        </div>
      </AuthCard>
    );
  const email = <strong className="wrap-anywhere text-ink">{signUp.email}</strong>;
  if (signUp.here)
    return (
      <AuthCard
        desk={await readPageSettings()}
        title={t("accounts.sign_up.link")}
        intro={t.rich("accounts.sign_up.link.intro", { email })}
        foot={t("accounts.sign_up.link.not_you")}
      >
        <Form action={confirmHere} id="confirm" labels={{}} className="grid gap-5">
          <input type="hidden" name="link" value={link.mark} />
          <BrowserZoneField name="timeZone" />
          <SubmitButton size="large" working={t("accounts.working")}>
            {t("accounts.sign_up.link.create")}
          </SubmitButton>
        </Form>
      </AuthCard>
    );
  return (
    <AuthCard
      desk={await readPageSettings()}
      title={t("accounts.sign_up.finish")}
      intro={t.rich("accounts.sign_up.finish.intro", { email })}
      foot={t.rich("accounts.sign_up.finish.not_you", { link: words => <a href="/">{words}</a> })}
    >
      <NewAccountForm
        t={t}
        action={confirmElsewhere}
        id="choose"
        link={link.mark}
        email={signUp.email}
        deskName={(await readPageSettings()).deskName}
      />
    </AuthCard>
  );
}
