import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Answers } from "@/components/requests/answers";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { hasOpenMailbox } from "@/lib/entry/mailbox";
import { readPage } from "@/lib/entry/page";
import { readMailboxMail } from "@/lib/mail/local-mailbox";
import { readTranslator } from "@/lib/messages/translate";

export const metadata: Metadata = { title: "Mail" };

export default async function MailPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const mail = (await hasOpenMailbox())
    ? await readPage(`/mailbox/${encodeURIComponent(id)}`, () => readMailboxMail(id))
    : null;
  if (!mail) notFound();
  const links = [...new Set(mail.text.match(/https?:\/\/[^\s<>"]+/g) ?? [])];
  const headers = { From: mail.from, To: mail.to, Subject: mail.subject, Date: mail.at, ...mail.headers };
  return (
    <>
      <PageHeader
        title={mail.subject}
        breadcrumbs={[{ href: "/mailbox", label: "Local mailbox" }]}
        meta={`to ${mail.to}`}
      />
      {mail.text === "" && <Banner className="mb-6">{whyEmpty(mail.state)}</Banner>}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title="As HTML" id="html" padded={false}>
          <iframe
            title="The mail as HTML"
            src={`/mailbox/${mail.id}/html`}
            sandbox="allow-popups"
            className="h-[44rem] w-full rounded-b-xl bg-white"
          />
        </Card>
        <div className="grid min-w-0 gap-6">
          <Card title="Links in this mail" id="links">
            <ul className="grid gap-2">
              {links.map(link => (
                <li key={link}>
                  {/* A plain one: what it opens must not be fetched ahead. */}
                  <a
                    href={link}
                    className="wrap-anywhere text-accent-text text-sm underline underline-offset-4"
                  >
                    {link}
                  </a>
                </li>
              ))}
            </ul>
          </Card>
          <Card title="As text" id="text">
            <pre className="wrap-anywhere whitespace-pre-wrap font-mono text-ink text-sm">{mail.text}</pre>
          </Card>
          <Card title="Headers" id="headers">
            <Answers
              t={await readTranslator()}
              answers={Object.entries(headers).map(([label, value]) => ({ label, value, kind: "text" }))}
            />
          </Card>
        </div>
      </div>
    </>
  );
}

function whyEmpty(state: string): string {
  if (state === "sent") return "The text of this mail has been removed, because it was sent long ago.";
  if (state === "cancelled") return "This mail was not sent, because there was nothing left to say.";
  return "This mail has not been written yet. Its text appears here once it is sent.";
}
