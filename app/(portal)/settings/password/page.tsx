import type { Metadata } from "next";
import { SettingsTabs } from "@/app/(portal)/settings/settings-tabs";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { env } from "@/lib/env";
import { setOwnPassword } from "./actions";

export const metadata: Metadata = { title: "Password" };

export default async function PasswordPage({ searchParams }: { searchParams: SearchParams }) {
  const person = await readPageAs("/settings/password", async actor => actor);
  return (
    <>
      <SettingsTabs current="/settings/password" />
      {(await readParam(searchParams, "saved")) && (
        <Banner tone="good" role="status" className="mb-6">
          Your new password is set. You are logged out everywhere else.
        </Banner>
      )}
      <Card
        title="Change your password"
        id="password"
        intro="You stay logged in here and are logged out everywhere else."
      >
        <Form
          action={setOwnPassword}
          id="password-form"
          labels={{ currentPassword: "Current password", password: "New password" }}
          className="grid max-w-lg gap-5"
        >
          {/* Tells a password manager whose password this is. */}
          <input type="hidden" autoComplete="username" value={person.email} readOnly />
          <PasswordField label="Current password" name="currentPassword" />
          <PasswordField label="New password" isNew known={[person.name, person.email, env().DESK_NAME]} />
          <div>
            <SubmitButton working="Saving…">Change password</SubmitButton>
          </div>
        </Form>
      </Card>
    </>
  );
}
