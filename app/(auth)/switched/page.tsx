import type { Metadata } from "next";
import { AuthCard } from "@/components/shell/auth-card";
import { Button, ButtonLink } from "@/components/ui/button";
import { readPage } from "@/lib/entry/page";
import { env } from "@/lib/env";
import { currentActor } from "@/lib/session/actor";
import { signOut } from "../sign-out";

export const metadata: Metadata = { title: "Somebody else is logged in" };

/** Where a form leads that another person filled in before somebody else logged in, in a browser without script. */
export default async function SwitchedPage() {
  const actor = await readPage("/", currentActor);
  return (
    <AuthCard
      deskName={env().DESK_NAME}
      title="Somebody else is logged in"
      intro={
        <>
          That page was opened by another person, and this browser is now logged in
          {actor && (
            <>
              {" "}
              as <bdi className="wrap-anywhere font-semibold text-ink">{actor.name}</bdi>
            </>
          )}
          . Nothing was sent. What was typed is kept for its writer: it is there again when they log in and
          open the page.
        </>
      }
    >
      <div className="grid gap-3">
        <form action={signOut} className="grid">
          <Button size="large" variant="primary">
            Log out
          </Button>
        </form>
        <ButtonLink href="/" size="large">
          To the start page
        </ButtonLink>
      </div>
    </AuthCard>
  );
}
