import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { AuthCard } from "@/components/shell/auth-card";
import { readLogInLink } from "@/lib/accounts/log-in-link";
import { openedLink } from "@/lib/entry/links";
import { readPage, readPageSettings } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { logIn } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("accounts.log_in.by_link") };
}

export default async function LogInByLinkPage() {
  const link = await openedLink("log-in");
  const account = link && (await readPage("/log-in", () => readLogInLink(link.token)));
  const t = await readTranslator();
  return (
    <AuthCard
      desk={await readPageSettings()}
      title={t(account ? "accounts.log_in.by_link" : "accounts.link.gone")}
      intro={
        account
          ? t("accounts.log_in.by_link.as", { email: account.email })
          : t("accounts.log_in.by_link.gone")
      }
      foot={<a href="/sign-in">{t("accounts.log_in.back")}</a>}
    >
      {account && (
        <Form action={logIn} id="log-in" labels={{}} className="grid gap-5">
          <input type="hidden" name="link" value={link.mark} />
          <SubmitButton size="large" working={t("accounts.log_in.working")}>
            {t("accounts.log_in")}
          </SubmitButton>
        </Form>
      )}
    </AuthCard>
  );
}
