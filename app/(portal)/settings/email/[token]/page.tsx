import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { readEmailChange } from "@/lib/accounts/email-change";
import { readPageAs } from "@/lib/entry/page";
import { confirmEmail } from "../actions";

export const metadata: Metadata = { title: "Confirm your new address" };

/** Opening the link changes nothing, because mail scanners open links too; the button does. */
export default async function ConfirmEmailPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { person, email } = await readPageAs(`/settings/email/${encodeURIComponent(token)}`, async actor => ({
    person: actor,
    email: await readEmailChange(actor, token),
  }));
  if (email === null)
    return (
      <Banner
        tone="warn"
        title="This link is no longer valid"
        action={<ButtonLink href="/settings#email">Ask for a new one</ButtonLink>}
      >
        It works once, within 30 minutes, and only for the account that asked for it. You are logged in as{" "}
        {person.email}.
      </Banner>
    );
  return (
    <Card title="Confirm your new address" id="confirm">
      <p className="wrap-anywhere mb-5 max-w-prose text-ink-soft">
        From now on you log in with <strong className="text-ink">{email}</strong>, and mails go there instead
        of to {person.email}.
      </p>
      <Form action={confirmEmail} id="confirm-form" labels={{}} className="grid justify-items-start gap-5">
        <input type="hidden" name="token" value={token} />
        <SubmitButton working="One moment…">Use this address</SubmitButton>
      </Form>
    </Card>
  );
}
