import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { AuthCard } from "@/components/shell/auth-card";
import { Banner } from "@/components/ui/banner";
import { openedLink } from "@/lib/entry/links";
import { readPage, readPageSettings, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { readMutePage } from "@/lib/notifications/mute-page";
import { switchByLink } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("accounts.mute") };
}

/** Only asks: programs that look into links before people do change nothing. */
export default async function MutePage({ searchParams }: { searchParams: SearchParams }) {
  const link = await openedLink("mute");
  const page = link && (await readPage("/mute", () => readMutePage(link.token)));
  const t = await readTranslator();
  if (!page) return <NoLink t={t} />;
  const { reference, address, isMuted, isMember, isManager } = page;
  const isDone = (await readParam(searchParams, "done")) !== undefined;
  const muted = isMuted ? "yes" : "no";
  return (
    <AuthCard
      desk={await readPageSettings()}
      title={t("accounts.mute.title", { reference })}
      intro={t.rich("accounts.mute.intro", {
        address: <strong className="wrap-anywhere text-ink">{address}</strong>,
      })}
      foot={<a href={`/requests/${reference}`}>{t("accounts.open_request")}</a>}
    >
      {isMember || isManager ? (
        <>
          {isDone && (
            <Banner tone="good" role="status" className="mb-6">
              {t("accounts.mute.done", { muted, address })}
            </Banner>
          )}
          <p className="text-ink">
            {t(isManager ? "accounts.mute.state.of_manager" : "accounts.mute.state", {
              ...{ muted, address, reference },
            })}
          </p>
          <Form action={switchByLink} id="mute" labels={{}} className="mt-6 grid gap-4">
            <input type="hidden" name="link" value={link.mark} />
            <input type="hidden" name="muted" value={isMuted ? "no" : "yes"} />
            <SubmitButton size="large" working={t("accounts.saving")}>
              {t(isMuted ? "accounts.mute.on" : "accounts.mute.off")}
            </SubmitButton>
          </Form>
        </>
      ) : (
        <p className="text-ink">{t("accounts.mute.no_member", { address, reference })}</p>
      )}
    </AuthCard>
  );
}

/** The same words for a link that is not ours and for one that was opened too long ago. */
async function NoLink({ t }: { t: Translator }) {
  return (
    <AuthCard
      desk={await readPageSettings()}
      title={t("accounts.mute")}
      foot={<a href="/">{t("accounts.mute.to_desk")}</a>}
    >
      <p className="text-ink">{t("accounts.mute.no_link")}</p>
    </AuthCard>
  );
}
