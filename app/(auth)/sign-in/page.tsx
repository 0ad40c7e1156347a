import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { LogInLinkOffer } from "@/app/(auth)/sign-in/log-in-link-offer";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { AuthCard } from "@/components/shell/auth-card";
import { Banner } from "@/components/ui/banner";
import { logInLinkMinutes } from "@/lib/accounts/log-in-link";
import { readPage, readParam, readParams, type SearchParams } from "@/lib/entry/page";
import { env } from "@/lib/env";
import { currentActor } from "@/lib/session/actor";
import { returnPath } from "@/lib/session/return-path";
import { signIn } from "./actions";

export const metadata: Metadata = { title: "Log in" };

const news: Record<string, string> = {
  left: "You are logged out.",
  partly:
    "You were away for a while and have been logged out. Log in to get back what you typed. Some files could not be kept, so please check them.",
  kept: "You were away for a while and have been logged out. Log in to get back what you typed.",
  changed: "Your new password is set. Log in with it.",
  link: `If there is an account with that address, a mail is on its way. Its link logs you in, once, within ${logInLinkMinutes} minutes.`,
};

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const next = returnPath(await readParam(searchParams, "next"));
  if (await readPage("/sign-in", currentActor)) redirect(next);
  const asked = await readParams(searchParams, Object.keys(news));
  const text = Object.entries(news).find(([name]) => asked[name])?.[1];
  return (
    <AuthCard
      deskName={env().DESK_NAME}
      title="Log in"
      foot={
        <>
          No account yet? <Link href={`/sign-up?next=${encodeURIComponent(next)}`}>Sign up</Link>
        </>
      }
    >
      {text && (
        <Banner tone="good" role="status" className="mb-6">
          {text}
        </Banner>
      )}
      <Form
        action={signIn}
        id="sign-in"
        labels={{ email: "Email address", password: "Password" }}
        className="grid gap-5"
      >
        <input type="hidden" name="next" value={next} />
        <TextField name="email" label="Email address" type="email" autoComplete="username" maxLength={254} />
        <PasswordField label="Password" />
        <SubmitButton size="large" working="Logging in…">
          Log in
        </SubmitButton>
        <LogInLinkOffer />
        <p className="text-center text-sm">
          <Link
            href={`/reset?next=${encodeURIComponent(next)}`}
            className="inline-flex min-h-6 items-center text-ink-soft underline underline-offset-4"
          >
            Forgot your password?
          </Link>
        </p>
      </Form>
    </AuthCard>
  );
}
