import type { Metadata } from "next";
import { BrowserZoneField } from "@/components/form/browser-zone";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { AuthCard } from "@/components/shell/auth-card";
import { env } from "@/lib/env";
import { confirmLink } from "../actions";

export const metadata: Metadata = { title: "Confirm your address" };

/** Opening the link changes nothing, because mail scanners open links too; the button does. */
export default async function ConfirmLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <AuthCard
      deskName={env().DESK_NAME}
      title="Confirm your address"
      intro="One click, and your account is ready. If you did not sign up, close this page: nothing happens then."
    >
      <Form action={confirmLink} id="confirm" labels={{}} className="grid">
        <input type="hidden" name="token" value={token} />
        <BrowserZoneField name="timeZone" />
        <SubmitButton size="large" working="One moment…">
          Create my account
        </SubmitButton>
      </Form>
    </AuthCard>
  );
}
