import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { EmptyState } from "@/components/ui/empty-state";
import { isAgent } from "@/lib/actor";
import { pageClock, readPageAs } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { readTombstone } from "@/lib/retention/tombstone";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("retention.gone") };
}

/** Where links to a request lead that the desk's rules have deleted. */
export default async function DeletedPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const found = await readPageAs(`/deleted/${encodeURIComponent(reference)}`, async actor => ({
    deletedAt: await readTombstone(actor, reference),
    isOfDesk: isAgent(actor),
  }));
  if (!found.deletedAt) notFound();
  const [t, clock] = [await readTranslator(), await pageClock()];
  return (
    <>
      <h1 className="sr-only">{t("retention.gone")}</h1>
      <EmptyState
        icon="archive"
        title={t("retention.gone.title", { reference: reference.toUpperCase() })}
        action={
          found.isOfDesk ? (
            <ButtonLink href="/agent">{t("retention.gone.queue")}</ButtonLink>
          ) : (
            <ButtonLink href="/requests?show=open">{t("retention.gone.requests")}</ButtonLink>
          )
        }
      >
        {t.rich("retention.gone.text", { day: <Day at={found.deletedAt} clock={clock} /> })}
      </EmptyState>
    </>
  );
}
