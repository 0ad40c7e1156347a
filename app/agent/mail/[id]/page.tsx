import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DecideForms } from "@/app/agent/mail/[id]/decide-forms";
import { Files } from "@/components/attachments/files";
import { tellFiles } from "@/components/attachments/tell-files";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { pageClock, readPageAs } from "@/lib/entry/page";
import { type InboundPage, readInbound } from "@/lib/inbound/queue";
import { say } from "@/lib/messages/said";
import { readTranslator } from "@/lib/messages/translate";
import { accept, attach, discard } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("inbox.mail") };
}

const plain = "wrap-anywhere whitespace-pre-wrap font-sans text-ink text-sm leading-6";

/** What is known of the sender: `both` are name and address. */
const knownOf = ({ from, fromName }: InboundPage) =>
  from && fromName ? "both" : from ? "address" : fromName ? "name" : "nothing";

export default async function InboundMailPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const mail = await readPageAs(`/agent/mail/${encodeURIComponent(id)}`, actor => readInbound(actor, id));
  if (!mail) notFound();
  const [clock, t] = await Promise.all([pageClock(), readTranslator()]);
  const { request, decided } = mail;
  return (
    <>
      <PageHeader
        t={t}
        title={mail.subject || t("inbox.no_subject")}
        breadcrumbs={[{ href: "/agent/mail", label: t("inbox.title") }]}
        meta={
          <span className="wrap-anywhere">
            {t("inbox.mail.from", { known: knownOf(mail), name: mail.fromName, address: mail.from })} ·{" "}
            {t.rich("inbox.mail.came", { time: <Time at={mail.at} clock={clock} /> })}
          </span>
        }
      />
      <Banner
        tone={mail.state === "held" ? "warn" : "info"}
        title={t(`inbox.mail.${mail.state}`)}
        className="mb-6"
      >
        {mail.cause && t(`inbox.cause.${mail.cause}.text`)}
        {decided && (
          <>
            {" "}
            {t.rich("inbox.mail.decided", {
              name: decided.by,
              time: <Time at={decided.at} clock={clock} />,
            })}
          </>
        )}
        {request && (
          <>
            {" "}
            {t.rich(mail.state === "let_in" ? "inbox.mail.went_to" : "inbox.mail.answers", {
              reference: request.reference,
              summary: request.summary,
              link: words => (
                <a
                  href={`/agent/requests/${request.reference}`}
                  className="text-accent-text underline underline-offset-4"
                >
                  {words}
                </a>
              ),
            })}
          </>
        )}
      </Banner>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card title={t("inbox.mail.words")} id="words">
          {mail.body ? (
            <pre className={plain}>{mail.body}</pre>
          ) : (
            <p className="text-ink-soft text-sm">{t("inbox.mail.no_words")}</p>
          )}
          <Files files={tellFiles(mail.files, t)} className="mt-4" />
          {mail.leftOut.length > 0 && (
            <div className="mt-4 text-sm">
              <p className="font-medium text-ink">{t("inbox.mail.left_out")}</p>
              <ul className="mt-1 list-disc ps-5 text-ink-soft">
                {mail.leftOut.map((file, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and none moves
                  <li key={index} className="wrap-anywhere">
                    {say(t, file)}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {mail.text.trim() !== "" && mail.text.trim() !== mail.body && (
            <Disclosure label={t("inbox.mail.whole")} variant="quiet" size="small" className="mt-4">
              <pre className={plain}>{mail.text}</pre>
            </Disclosure>
          )}
        </Card>
        {(mail.state === "held" || mail.state === "kept_out") && (
          <DecideForms t={t} mail={mail} accept={accept} attach={attach} discard={discard} />
        )}
      </div>
    </>
  );
}
