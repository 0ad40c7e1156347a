import type { Metadata } from "next";
import Link from "next/link";
import { BrowserZoneField } from "@/components/form/browser-zone";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { AuthCard } from "@/components/shell/auth-card";
import { ButtonLink } from "@/components/ui/button";
import { readSignUpLink } from "@/lib/accounts/confirm";
import { codeMinutes } from "@/lib/accounts/sign-up";
import { openedLink } from "@/lib/entry/links";
import { readPage } from "@/lib/entry/page";
import { env } from "@/lib/env";
import { readSignUpCookie } from "@/lib/session/cookies";
import { confirmElsewhere, confirmHere } from "./actions";

export const metadata: Metadata = { title: "Confirm your address" };

/**
 * Opening the link changes nothing, because mail scanners open links too; the button does. The password that was
 * typed at sign-up is good in that browser alone: a person who typed it elsewhere need not own the mailbox.
 */
export default async function FinishPage() {
  const link = await openedLink("sign-up");
  const proof = (await readSignUpCookie())?.proof ?? null;
  const signUp = link && (await readPage("/sign-up/finish", () => readSignUpLink(link.token, proof)));
  if (!signUp)
    return (
      <AuthCard
        deskName={env().DESK_NAME}
        title="This link is no longer valid"
        intro={`It works once, for ${codeMinutes} minutes. If your account is made already, log in; if not, sign up again and you get a new one.`}
      >
        <div className="grid gap-3">
          <ButtonLink href="/sign-in" variant="primary" size="large">
            Log in
          </ButtonLink>
          <ButtonLink href="/sign-up" size="large">
            Sign up again
          </ButtonLink>
        </div>
      </AuthCard>
    );
  const email = <strong className="wrap-anywhere text-ink">{signUp.email}</strong>;
  if (signUp.here)
    return (
      <AuthCard
        deskName={env().DESK_NAME}
        title="Confirm your address"
        intro={<>One click, and your account with {email} is ready.</>}
        foot="You did not sign up? Close this page, and nothing happens."
      >
        <Form action={confirmHere} id="confirm" labels={{}} className="grid gap-5">
          <input type="hidden" name="link" value={link.mark} />
          <BrowserZoneField name="timeZone" />
          <SubmitButton size="large" working="One moment…">
            Create my account
          </SubmitButton>
        </Form>
      </AuthCard>
    );
  return (
    <AuthCard
      deskName={env().DESK_NAME}
      title="Finish signing up"
      intro={
        <>
          This makes an account for {email}. Choose your name and a password: nothing that was typed in
          another browser is used, in case it was not you.
        </>
      }
      foot={
        <>
          You did not sign up? <Link href="/">Leave this page</Link>, and nothing happens.
        </>
      }
    >
      <Form
        action={confirmElsewhere}
        id="choose"
        labels={{ name: "Your name", password: "Password" }}
        className="grid gap-5"
      >
        <input type="hidden" name="link" value={link.mark} />
        <BrowserZoneField name="timeZone" />
        <TextField name="name" label="Your name" need="required" autoComplete="name" maxLength={80} />
        {/* Tells a password manager whose password this is. */}
        <input type="hidden" autoComplete="username" value={signUp.email} readOnly />
        <PasswordField label="Password" isNew known={[signUp.email, env().DESK_NAME]} />
        <SubmitButton size="large" working="One moment…">
          Create my account
        </SubmitButton>
      </Form>
    </AuthCard>
  );
}
