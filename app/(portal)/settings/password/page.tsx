import type { Metadata } from "next";
import { SettingsTabs } from "@/app/(portal)/settings/settings-tabs";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { readPageAs, readPageSettings, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { setOwnPassword } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("accounts.password") };
}

export default async function PasswordPage({ searchParams }: { searchParams: SearchParams }) {
  const person = await readPageAs("/settings/password", async actor => actor);
  const t = await readTranslator();
  return (
    <>
      <SettingsTabs t={t} current="/settings/password" />
      {(await readParam(searchParams, "saved")) && (
        <Banner tone="good" role="status" className="mb-6">
          {t("accounts.password.changed")}
        </Banner>
      )}
      <Card title={t("accounts.password.change")} id="password" intro={t("accounts.password.change.intro")}>
        <Form
          action={setOwnPassword}
          id="password-form"
          labels={{ currentPassword: t("accounts.password.current"), password: t("accounts.password.new") }}
          className="grid max-w-lg gap-5"
        >
          {/* Tells a password manager whose password this is. */}
          <input type="hidden" autoComplete="username" value={person.email} />
          <PasswordField t={t} which="current" />
          <PasswordField
            t={t}
            which="new"
            known={[person.name, person.email, (await readPageSettings()).deskName]}
          />
          <div>
            <SubmitButton working={t("accounts.saving")}>{t("accounts.password.change.save")}</SubmitButton>
          </div>
        </Form>
      </Card>
    </>
  );
}
