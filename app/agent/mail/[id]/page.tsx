import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DecideForms } from "@/app/agent/mail/[id]/decide-forms";
import { Files } from "@/components/attachments/files";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { pageClock, readPageAs } from "@/lib/entry/page";
import { type InboundPage, readInbound } from "@/lib/inbound/queue";
import { readTranslator } from "@/lib/messages/translate";
import { accept, attach, discard } from "../actions";

export const metadata: Metadata = { title: "Mail" };

const plain = "wrap-anywhere whitespace-pre-wrap font-sans text-ink text-sm leading-6";
const states: Record<InboundPage["state"], string> = {
  held: "This mail waits",
  let_in: "This mail was let in",
  kept_out: "This mail was kept out",
  discarded: "This mail was discarded",
};

export default async function InboundMailPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const mail = await readPageAs(`/agent/mail/${encodeURIComponent(id)}`, actor => readInbound(actor, id));
  if (!mail) notFound();
  const clock = await pageClock();
  const { request, decided } = mail;
  return (
    <>
      <PageHeader
        t={t}
        title={mail.subject || "No subject"}
        breadcrumbs={[{ href: "/agent/mail", label: "Inbox" }]}
        meta={
          <span className="wrap-anywhere">
            from {mail.fromName && `${mail.fromName}, `}
            {mail.from || "an unnamed sender"} · came <Time at={mail.at} clock={clock} />
          </span>
        }
      />
      <Banner tone={mail.state === "held" ? "warn" : "info"} title={states[mail.state]} className="mb-6">
        {mail.cause?.sentence}
        {decided && (
          <>
            {" "}
            Decided by {decided.by} <Time at={decided.at} clock={clock} />.
          </>
        )}
        {request && (
          <>
            {" "}
            {mail.state === "let_in" ? "It went to " : "It answers "}
            <Link
              href={`/agent/requests/${request.reference}`}
              className="text-accent-text underline underline-offset-4"
            >
              {request.reference} {request.summary}
            </Link>
            .
          </>
        )}
      </Banner>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card title="What it says" id="words">
          {mail.body ? (
            <pre className={plain}>{mail.body}</pre>
          ) : (
            <p className="text-ink-soft text-sm">Nothing but quotes or a signature.</p>
          )}
          <Files t={t} files={mail.files} className="mt-4" />
          {mail.leftOut.length > 0 && (
            <div className="mt-4 text-sm">
              <p className="font-medium text-ink">Files that were left out</p>
              <ul className="mt-1 list-disc pl-5 text-ink-soft">
                {mail.leftOut.map((file, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and none moves
                  <li key={index} className="wrap-anywhere">
                    {file}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {mail.text.trim() !== "" && mail.text.trim() !== mail.body && (
            <Disclosure label="Show the whole email" variant="quiet" size="small" className="mt-4">
              <pre className={plain}>{mail.text}</pre>
            </Disclosure>
          )}
        </Card>
        {(mail.state === "held" || mail.state === "kept_out") && (
          <DecideForms
            mail={mail}
            accept={accept}
            attach={attach}
            discard={discard}
            t={await readTranslator()}
          />
        )}
      </div>
    </>
  );
}
