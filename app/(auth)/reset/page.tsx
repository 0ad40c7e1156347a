import type { Metadata } from "next";
import Link from "next/link";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { AuthCard } from "@/components/shell/auth-card";
import { Banner } from "@/components/ui/banner";
import { linkMinutes } from "@/lib/accounts/passwords";
import { readParam, type SearchParams } from "@/lib/entry/page";
import { env } from "@/lib/env";
import { returnPath } from "@/lib/session/return-path";
import { askForLink } from "./actions";

export const metadata: Metadata = { title: "Reset your password" };

export default async function ResetPage({ searchParams }: { searchParams: SearchParams }) {
  const isSent = await readParam(searchParams, "sent");
  const next = returnPath(await readParam(searchParams, "next"));
  return (
    <AuthCard
      deskName={env().DESK_NAME}
      title="Reset your password"
      intro="Enter the address of your account. We mail you a link that sets a new password."
      foot={<Link href={`/sign-in?next=${encodeURIComponent(next)}`}>Back to log in</Link>}
    >
      {isSent && (
        <Banner tone="good" role="status" className="mb-6">
          If there is an account with that address, a mail is on its way. Its link works for {linkMinutes}{" "}
          minutes.
        </Banner>
      )}
      <Form action={askForLink} id="reset" labels={{ email: "Email address" }} className="grid gap-5">
        <input type="hidden" name="next" value={next} />
        <TextField name="email" label="Email address" type="email" autoComplete="username" maxLength={254} />
        <SubmitButton size="large">Send me a link</SubmitButton>
      </Form>
    </AuthCard>
  );
}
