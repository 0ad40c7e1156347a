import type { Metadata } from "next";
import { NewAccountForm } from "@/app/(auth)/new-account-form";
import { AuthCard } from "@/components/shell/auth-card";
import { ButtonLink } from "@/components/ui/button";
import { accountInvitationDays } from "@/lib/accounts/account-invitations";
import { readAccountOffer } from "@/lib/accounts/join";
import { openedLink } from "@/lib/entry/links";
import { readPage, readPageSettings } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { createAccount } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("people.join") };
}

/** Opening the link changes nothing, because mail scanners open links too; the button does. */
export default async function JoinPage() {
  const link = await openedLink("join");
  const offer = link && (await readPage("/join", () => readAccountOffer(link.token)));
  const [t, desk] = await Promise.all([readTranslator(), readPageSettings()]);
  const email = <strong className="wrap-anywhere text-ink">{offer?.email}</strong>;
  const logIn = (
    <div className="grid">
      <ButtonLink href="/sign-in" variant="primary" size="large">
        {t("accounts.log_in")}
      </ButtonLink>
    </div>
  );
  if (!offer)
    return (
      <AuthCard
        desk={desk}
        title={t("accounts.link.gone")}
        intro={t("people.join.gone", { days: accountInvitationDays })}
      >
        {logIn}
      </AuthCard>
    );
  if (offer.hasAccount)
    return (
      <AuthCard
        desk={desk}
        title={t("people.join.has_account")}
        intro={t.rich("people.join.has_account.intro", { email })}
      >
        {logIn}
      </AuthCard>
    );
  return (
    <AuthCard
      desk={desk}
      title={t("people.join")}
      intro={t.rich("people.join.intro", { role: offer.role, email })}
      foot={t.rich("people.join.not_you", { link: words => <a href="/">{words}</a> })}
    >
      <NewAccountForm
        t={t}
        action={createAccount}
        id="join"
        link={link.mark}
        email={offer.email}
        deskName={desk.deskName}
      />
    </AuthCard>
  );
}
