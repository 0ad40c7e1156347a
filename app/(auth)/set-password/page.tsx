import type { Metadata } from "next";
import Link from "next/link";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { AuthCard } from "@/components/shell/auth-card";
import { ButtonLink } from "@/components/ui/button";
import { linkMinutes, readPasswordLink } from "@/lib/accounts/passwords";
import { openedLink } from "@/lib/entry/links";
import { readPage } from "@/lib/entry/page";
import { env } from "@/lib/env";
import { setNewPassword } from "./actions";

export const metadata: Metadata = { title: "Set your password" };

/** Opening the link changes nothing, because mail scanners open links too; the button does. */
export default async function SetPasswordPage() {
  const link = await openedLink("password");
  const owner = link && (await readPage("/set-password", () => readPasswordLink(link.token)));
  if (!owner)
    return (
      <AuthCard
        deskName={env().DESK_NAME}
        title="This link is no longer valid"
        intro={`A link that sets a password works once, for ${linkMinutes} minutes after it was asked for. You can have a new one mailed to you.`}
        foot={<Link href="/sign-in">Back to log in</Link>}
      >
        <div className="grid">
          <ButtonLink href="/reset" variant="primary" size="large">
            Ask for a new link
          </ButtonLink>
        </div>
      </AuthCard>
    );
  return (
    <AuthCard
      deskName={env().DESK_NAME}
      title="Set your password"
      intro={
        <>
          For the account of <strong className="wrap-anywhere text-ink">{owner.email}</strong>. You are logged
          out everywhere once it is set, and log in with the new one.
        </>
      }
      foot={
        <>
          Not your account? <Link href="/">Leave this page</Link>
        </>
      }
    >
      <Form
        action={setNewPassword}
        id="set-password"
        labels={{ password: "New password" }}
        className="grid gap-5"
      >
        <input type="hidden" name="link" value={link.mark} />
        {/* Tells a password manager whose password this is. */}
        <input type="hidden" autoComplete="username" value={owner.email} readOnly />
        <PasswordField label="New password" isNew known={[owner.name, owner.email, env().DESK_NAME]} />
        <SubmitButton size="large" working="Saving…">
          Set password
        </SubmitButton>
      </Form>
    </AuthCard>
  );
}
