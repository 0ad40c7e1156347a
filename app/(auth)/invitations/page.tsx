import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { AuthCard } from "@/components/shell/auth-card";
import { Button, ButtonLink } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { openedLink } from "@/lib/entry/links";
import { pageClock, readPage, readPageSettings } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { currentActor } from "@/lib/session/actor";
import { readOffer } from "@/lib/sharing/accept";
import { invitationDays } from "@/lib/sharing/invite";
import { signOut } from "../sign-out";
import { accept } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("accounts.invitation") };
}

/** Opening the link changes nothing, because mail scanners open links too; the button does. */
export default async function InvitationPage() {
  const link = await openedLink("invitation");
  const { actor, offer } = await readPage("/invitations", async () => {
    const actor = await currentActor();
    return { actor, offer: await readOffer(actor, link?.token ?? "none") };
  });
  const t = await readTranslator();
  const next = "?next=%2Finvitations";
  switch (offer.state) {
    case "gone":
      return (
        <Frame
          title={t("accounts.invitation.gone")}
          intro={t("accounts.invitation.gone.intro", { days: invitationDays })}
        >
          <ButtonLink href="/">{t("accounts.start_page")}</ButtonLink>
        </Frame>
      );
    case "signed_out":
      return (
        <Frame title={t("accounts.invitation.shared")} intro={t("accounts.invitation.signed_out")}>
          <ButtonLink href={`/sign-in${next}`} variant="primary" size="large">
            {t("accounts.log_in")}
          </ButtonLink>
          <ButtonLink href={`/sign-up${next}`} size="large">
            {t("accounts.sign_up")}
          </ButtonLink>
        </Frame>
      );
    case "not_yours":
      return (
        <Frame
          title={t("accounts.invitation.not_yours")}
          intro={t.rich("accounts.invitation.not_yours.intro", {
            email: <span className="wrap-anywhere">{actor?.email}</span>,
          })}
        >
          <form action={signOut} className="grid">
            <Button size="large">{t("accounts.log_out")}</Button>
          </form>
        </Frame>
      );
    case "joined":
      return (
        <Frame
          title={t("accounts.invitation.joined")}
          intro={t("accounts.invitation.joined.intro", { reference: offer.reference })}
        >
          <ButtonLink href={`/requests/${offer.reference}`} variant="primary" size="large">
            {t("accounts.open_request")}
          </ButtonLink>
        </Frame>
      );
    case "open":
      return (
        <Frame
          title={t("accounts.invitation.shared")}
          intro={t.rich("accounts.invitation.open", {
            name: <bdi className="wrap-anywhere">{offer.sharedBy}</bdi>,
            reference: offer.reference,
            time: <Time at={offer.expiresAt} clock={await pageClock()} />,
          })}
        >
          <Form action={accept} id="accept" labels={{}} className="grid gap-4">
            <input type="hidden" name="link" value={link?.mark} />
            <SubmitButton size="large" working={t("accounts.working")}>
              {t("accounts.invitation.accept")}
            </SubmitButton>
          </Form>
        </Frame>
      );
  }
}

async function Frame({ title, intro, children }: { title: string; intro: ReactNode; children: ReactNode }) {
  return (
    <AuthCard desk={await readPageSettings()} title={title} intro={intro}>
      <div className="grid gap-3">{children}</div>
    </AuthCard>
  );
}
