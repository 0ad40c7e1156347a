import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { AuthCard } from "@/components/shell/auth-card";
import { Button, ButtonLink } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { openedLink } from "@/lib/entry/links";
import { pageClock, readPage } from "@/lib/entry/page";
import { env } from "@/lib/env";
import { currentActor } from "@/lib/session/actor";
import { readOffer } from "@/lib/sharing/accept";
import { signOut } from "../sign-out";
import { accept } from "./actions";

export const metadata: Metadata = { title: "Invitation" };

/** Opening the link changes nothing, because mail scanners open links too; the button does. */
export default async function InvitationPage() {
  const link = await openedLink("invitation");
  const { actor, offer } = await readPage("/invitations", async () => {
    const actor = await currentActor();
    return { actor, offer: await readOffer(actor, link?.token ?? "none") };
  });
  const next = "?next=%2Finvitations";
  switch (offer.state) {
    case "gone":
      return (
        <Frame
          title="This invitation is no longer valid"
          intro="It has been used or withdrawn, or its seven days are over. If you opened it more than an hour ago, open the link in the mail once more; otherwise ask the person who sent it for a new one."
        >
          <ButtonLink href="/">To the start page</ButtonLink>
        </Frame>
      );
    case "signed_out":
      return (
        <Frame
          title="A request is shared with you"
          intro="Log in with the address that the invitation was mailed to, or sign up with it if you have no account yet. Then you come back here and can accept."
        >
          <ButtonLink href={`/sign-in${next}`} variant="primary" size="large">
            Log in
          </ButtonLink>
          <ButtonLink href={`/sign-up${next}`} size="large">
            Sign up
          </ButtonLink>
        </Frame>
      );
    case "not_yours":
      return (
        <Frame
          title="This invitation is for another address"
          intro={
            <>
              You are logged in as <span className="wrap-anywhere">{actor?.email}</span>. Only an account with
              the address that the mail was sent to can accept it: log out, open the link once more, and log
              in or sign up with that address.
            </>
          }
        >
          <form action={signOut} className="grid">
            <Button size="large">Log out</Button>
          </form>
        </Frame>
      );
    case "joined":
      return (
        <Frame
          title="You take part already"
          intro={`You have accepted this invitation to ${offer.reference}.`}
        >
          <ButtonLink href={`/requests/${offer.reference}`} variant="primary" size="large">
            Open the request
          </ButtonLink>
        </Frame>
      );
    case "open":
      return (
        <Frame
          title="A request is shared with you"
          intro={
            <>
              <bdi className="wrap-anywhere">{offer.sharedBy}</bdi> invites you to {offer.reference}. Once you
              have accepted, you can read it and answer, and you get mails about it; the others see that you
              take part. The invitation ends <Time at={offer.expiresAt} clock={await pageClock()} />.
            </>
          }
        >
          <Form action={accept} id="accept" labels={{}} className="grid gap-4">
            <input type="hidden" name="link" value={link?.mark} />
            <SubmitButton size="large" working="One moment…">
              Accept the invitation
            </SubmitButton>
          </Form>
        </Frame>
      );
  }
}

function Frame({ title, intro, children }: { title: string; intro: ReactNode; children: ReactNode }) {
  return (
    <AuthCard deskName={env().DESK_NAME} title={title} intro={intro}>
      <div className="grid gap-3">{children}</div>
    </AuthCard>
  );
}
