import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { BrowserZoneField } from "@/components/form/browser-zone";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { AuthCard } from "@/components/shell/auth-card";
import { Banner } from "@/components/ui/banner";
import { codeMinutes, resendSeconds } from "@/lib/accounts/sign-up";
import { readParam, type SearchParams } from "@/lib/entry/page";
import { env } from "@/lib/env";
import { hasMailbox } from "@/lib/mail/local-mailbox";
import { readSignUpCookie } from "@/lib/session/cookies";
import { confirmCode, resend } from "./actions";

export const metadata: Metadata = { title: "Check your mail" };

export default async function ConfirmPage({ searchParams }: { searchParams: SearchParams }) {
  if (!(await readSignUpCookie())) redirect("/sign-up");
  return (
    <AuthCard
      deskName={env().DESK_NAME}
      title="Check your mail"
      intro={`We have sent a mail to the address you gave. Enter the six digits from it here, or open its link in this browser, within ${codeMinutes} minutes.`}
      foot={
        <>
          Wrong address? <Link href="/sign-up">Sign up again</Link>
        </>
      }
    >
      {(await readParam(searchParams, "sent")) && (
        <Banner tone="good" role="status" className="mb-6">
          A new mail is on its way. The code from the earlier one no longer works.
        </Banner>
      )}
      <Form action={confirmCode} id="confirm" labels={{ code: "Code" }} className="grid gap-5">
        <BrowserZoneField name="timeZone" />
        <TextField
          name="code"
          label="Six-digit code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          className="[&_input]:font-mono [&_input]:text-2xl [&_input]:tracking-[0.3em]"
        />
        <SubmitButton size="large" working="Checking…">
          Confirm
        </SubmitButton>
      </Form>
      <div className="mt-8 border-line border-t pt-6 text-sm">
        <p className="mb-3 text-ink-soft">
          Nothing there? Look into the spam folder, or ask for another mail after {resendSeconds} seconds.
          {hasMailbox() && (
            <>
              {" "}
              This desk keeps its mails in the{" "}
              <Link href="/mailbox" className="font-medium text-accent-text underline underline-offset-4">
                local mailbox
              </Link>
              .
            </>
          )}
        </p>
        <Form action={resend} id="resend" labels={{}} className="grid justify-items-start gap-4">
          <SubmitButton variant="secondary">Send another mail</SubmitButton>
        </Form>
      </div>
    </AuthCard>
  );
}
