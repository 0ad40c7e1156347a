import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StatusBadge } from "@/components/requests/status-badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { readPageAs } from "@/lib/entry/page";
import { listFormat } from "@/lib/formats";
import { readTranslator } from "@/lib/messages/translate";
import { statusCode } from "@/lib/requests/labels";
import { readReceived } from "@/lib/sharing/received";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("received.page") };
}

export default async function ReceivedPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const path = `/requests/${encodeURIComponent(reference)}`;
  const request = await readPageAs(`${path}/received`, actor => readReceived(actor, reference));
  if (!request) notFound();
  const t = (await readTranslator()).ofType(request.typeSlug);
  const { invited } = request;
  return (
    <div className="mx-auto max-w-2xl">
      <div className="mb-8 flex flex-col items-center text-center">
        <span className="flex size-14 items-center justify-center rounded-full bg-good-soft text-good">
          <Icon name="circle-check" className="size-7" />
        </span>
        <h1 className="mt-4 font-semibold text-2xl text-ink tracking-[-0.02em] sm:text-3xl">
          {t("received.title", { reference: request.reference })}
        </h1>
        <p dir="auto" className="wrap-anywhere mt-2 text-ink-soft">
          {request.summary}
        </p>
        <div className="mt-4">
          <StatusBadge status={request.status} label={t(statusCode(request.status, "customer"))} />
        </div>
      </div>
      <Card title={t("received.next")} id="next">
        <ol className="list-decimal space-y-2 ps-5 text-ink marker:text-ink-faint">
          <li>{t("received.next.confirmation")}</li>
          {invited.length > 0 && (
            <li className="wrap-anywhere">
              {t("received.next.invitations", { people: listFormat(t.language).format(invited) })}
            </li>
          )}
          <li>{t("received.next.work")}</li>
          <li>{t("received.next.news")}</li>
        </ol>
        <div className="mt-6 flex flex-wrap gap-3">
          <ButtonLink href={`/requests/${request.reference}`} variant="primary">
            {t("received.open")}
          </ButtonLink>
          <ButtonLink href="/">{t("received.another")}</ButtonLink>
        </div>
      </Card>
    </div>
  );
}
