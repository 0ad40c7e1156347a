import type { Metadata } from "next";
import { PortalShell } from "@/components/shell/portal-shell";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { readShell } from "@/lib/entry/shell";
import { env } from "@/lib/env";
import { signOut } from "./(auth)/sign-out";

export const metadata: Metadata = { title: "Not found" };

export default async function NotFound() {
  return (
    <PortalShell deskName={env().DESK_NAME} signOut={signOut} {...(await readShell())}>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon="search"
        title="There is nothing here for you"
        action={
          <>
            <ButtonLink href="/requests?show=open" variant="primary">
              Your requests
            </ButtonLink>
            <ButtonLink href="/">Raise a request</ButtonLink>
          </>
        }
      >
        The page does not exist, or it is not yours to see. If you followed a link, check that it is complete.
      </EmptyState>
    </PortalShell>
  );
}
