import type { Metadata } from "next";
import { AuthCard } from "@/components/shell/auth-card";
import { Button, ButtonLink } from "@/components/ui/button";
import { readPage, readPageSettings } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { currentActor } from "@/lib/session/actor";
import { signOut } from "../sign-out";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("accounts.switched") };
}

/** Where a form leads that another person filled in before somebody else logged in, in a browser without script. */
export default async function SwitchedPage() {
  const actor = await readPage("/", currentActor);
  const t = await readTranslator();
  return (
    <AuthCard
      desk={await readPageSettings()}
      title={t("accounts.switched")}
      intro={t.rich("accounts.switched.intro", {
        known: actor ? "yes" : "no",
        name: <bdi className="wrap-anywhere font-semibold text-ink">{actor?.name}</bdi>,
      })}
    >
      <div className="grid gap-3">
        <form action={signOut} className="grid">
          <Button size="large" variant="primary">
            {t("accounts.log_out")}
          </Button>
        </form>
        <ButtonLink href="/" size="large">
          {t("accounts.start_page")}
        </ButtonLink>
      </div>
    </AuthCard>
  );
}
