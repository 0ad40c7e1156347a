import type { Metadata } from "next";
import Link from "next/link";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { AuthCard } from "@/components/shell/auth-card";
import { env } from "@/lib/env";
import { setNewPassword } from "./actions";

export const metadata: Metadata = { title: "Set your password" };

export default async function SetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <AuthCard
      deskName={env().DESK_NAME}
      title="Set your password"
      intro="You are logged out everywhere once it is set, and log in with the new one."
      foot={
        <>
          The link does not work? <Link href="/reset">Ask for a new one</Link>
        </>
      }
    >
      <Form
        action={setNewPassword}
        id="set-password"
        labels={{ password: "New password" }}
        className="grid gap-5"
      >
        <input type="hidden" name="token" value={token} />
        <PasswordField label="New password" isNew known={[env().DESK_NAME]} />
        <SubmitButton size="large" working="Saving…">
          Set password
        </SubmitButton>
      </Form>
    </AuthCard>
  );
}
