import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { AuthCard } from "@/components/shell/auth-card";
import { Banner } from "@/components/ui/banner";
import { linkMinutes } from "@/lib/accounts/passwords";
import { readPageSettings, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { returnPath } from "@/lib/session/return-path";
import { askForLink } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("accounts.reset") };
}

export default async function ResetPage({ searchParams }: { searchParams: SearchParams }) {
  const isSent = await readParam(searchParams, "sent");
  const next = returnPath(await readParam(searchParams, "next"));
  const t = await readTranslator();
  return (
    <AuthCard
      desk={await readPageSettings()}
      title={t("accounts.reset")}
      intro={t("accounts.reset.intro")}
      foot={<a href={`/sign-in?next=${encodeURIComponent(next)}`}>{t("accounts.log_in.back")}</a>}
    >
      {isSent && (
        <Banner tone="good" role="status" className="mb-6">
          {t("accounts.reset.sent", { minutes: linkMinutes })}
        </Banner>
      )}
      <Form
        action={askForLink}
        id="reset"
        isOneField
        labels={{ email: t("accounts.email") }}
        className="grid gap-5"
      >
        <input type="hidden" name="next" value={next} />
        <TextField
          name="email"
          label={t("accounts.email")}
          type="email"
          autoComplete="username"
          maxLength={254}
        />
        <SubmitButton size="large">{t("accounts.reset.send")}</SubmitButton>
      </Form>
    </AuthCard>
  );
}
