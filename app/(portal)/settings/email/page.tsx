import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { emailChangeMinutes, readEmailChange } from "@/lib/accounts/email-change";
import { openedLink } from "@/lib/entry/links";
import { readPageAs } from "@/lib/entry/page";
import { confirmEmail } from "./actions";

export const metadata: Metadata = { title: "Confirm your new address" };

/** Opening the link changes nothing, because mail scanners open links too; the button does. */
export default async function ConfirmEmailPage() {
  const link = await openedLink("email");
  const { person, email } = await readPageAs("/settings/email", async actor => ({
    person: actor,
    email: link && (await readEmailChange(actor, link.token)),
  }));
  if (!link || email === null)
    return (
      <Banner
        tone="warn"
        title="This link is no longer valid"
        action={<ButtonLink href="/settings#email">Ask for a new one</ButtonLink>}
      >
        It works once, within {emailChangeMinutes} minutes, and only for the account that asked for it. You
        are logged in as {person.name}, with {person.email}.
      </Banner>
    );
  return (
    <Card title="Confirm your new address" id="confirm">
      <p className="wrap-anywhere mb-3 max-w-prose text-ink-soft">
        This changes the account of <strong className="text-ink">{person.name}</strong>, {person.email}. From
        now on you log in to it with <strong className="text-ink">{email}</strong>, and its mails go there.
      </p>
      <p className="mb-5 max-w-prose text-ink-soft text-sm">
        Not your account? Then do not confirm: your address would belong to somebody else's.
      </p>
      <Form action={confirmEmail} id="confirm-form" labels={{}} className="grid justify-items-start gap-5">
        <input type="hidden" name="link" value={link.mark} />
        <SubmitButton working="One moment…">Use this address</SubmitButton>
      </Form>
    </Card>
  );
}
