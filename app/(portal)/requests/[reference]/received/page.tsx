import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StatusBadge } from "@/components/requests/status-badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { readPageAs } from "@/lib/entry/page";
import { listFormat } from "@/lib/formats";
import { readTranslator } from "@/lib/messages/translate";
import { readRequestPage } from "@/lib/requests/customer-view";
import { statusCode } from "@/lib/requests/labels";
import { readSharing } from "@/lib/sharing/people";

export const metadata: Metadata = { title: "Request received" };

export default async function ReceivedPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const path = `/requests/${encodeURIComponent(reference)}`;
  const [request, sharing] = await readPageAs(`${path}/received`, actor =>
    Promise.all([readRequestPage(actor, reference), readSharing(actor, reference)]),
  );
  if (!request || !sharing) notFound();
  const t = (await readTranslator()).ofType(request.typeSlug);
  const invited = sharing.invited.flatMap(({ email }) => email ?? []);
  return (
    <div className="mx-auto max-w-2xl">
      <div className="mb-8 flex flex-col items-center text-center">
        <span className="flex size-14 items-center justify-center rounded-full bg-good-soft text-good">
          <Icon name="circle-check" className="size-7" />
        </span>
        <h1 className="mt-4 font-semibold text-2xl text-ink tracking-[-0.02em] sm:text-3xl">
          We have received {request.reference}
        </h1>
        <p dir="auto" className="wrap-anywhere mt-2 text-ink-soft">
          {request.summary}
        </p>
        <div className="mt-4">
          <StatusBadge status={request.status} label={t(statusCode(request.status, "customer"))} />
        </div>
      </div>
      <Card title="What happens next" id="next">
        <ol className="list-decimal space-y-2 pl-5 text-ink marker:text-ink-faint">
          <li>
            A confirmation is on its way to your mailbox. If it does not arrive, check your spam folder.
          </li>
          {invited.length > 0 && (
            <li className="wrap-anywhere">
              An invitation goes to {listFormat("en").format(invited)}. They see the request once they have
              accepted.
            </li>
          )}
          <li>Our support team can start working on your request now.</li>
          <li>
            You get an email for each answer and each change of status. The request's page shows everything,
            too.
          </li>
        </ol>
        <div className="mt-6 flex flex-wrap gap-3">
          <ButtonLink href={`/requests/${request.reference}`} variant="primary">
            Open the request
          </ButtonLink>
          <ButtonLink href="/">Raise another</ButtonLink>
        </div>
      </Card>
    </div>
  );
}
