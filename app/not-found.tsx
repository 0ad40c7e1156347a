import type { Metadata } from "next";
import { NothingHere } from "@/components/shell/nothing-here";
import { PortalShell } from "@/components/shell/portal-shell";
import { readShell } from "@/lib/entry/shell";
import { env } from "@/lib/env";
import { signOut } from "./(auth)/sign-out";

export const metadata: Metadata = { title: "Not found" };

export default async function NotFound() {
  return (
    <PortalShell deskName={env().DESK_NAME} signOut={signOut} {...(await readShell())}>
      <NothingHere href="/requests?show=open" label="Your requests" />
    </PortalShell>
  );
}
