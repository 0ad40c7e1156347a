import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Answers } from "@/components/requests/answers";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { hasOpenMailbox } from "@/lib/entry/mailbox";
import { readPage } from "@/lib/entry/page";
import { readMailboxMail } from "@/lib/mail/local-mailbox";
import { say } from "@/lib/messages/said";
import { readTranslator } from "@/lib/messages/translate";
import { MailFrame } from "./mail-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("shell.mailbox.email") };
}

export default async function MailPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const mail = (await hasOpenMailbox())
    ? await readPage(`/mailbox/${encodeURIComponent(id)}`, () => readMailboxMail(id))
    : null;
  if (!mail) notFound();
  const t = await readTranslator();
  const links = [...new Set(mail.text.match(/https?:\/\/[^\s<>"]+/g) ?? [])];
  const subject = say(t, mail.subject);
  const headers = {
    From: mail.from,
    To: mail.to,
    Subject: subject,
    Date: new Date(mail.at).toUTCString(),
    ...mail.headers,
  };
  return (
    <>
      <PageHeader
        t={t}
        title={subject}
        breadcrumbs={[{ href: "/mailbox", label: t("shell.mailbox") }]}
        meta={t("shell.mailbox.email.to", { address: mail.to })}
      />
      {mail.text === "" && (
        <Banner className="mb-6">{t(`shell.mailbox.email.${whyEmpty(mail.state)}`)}</Banner>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={t("shell.mailbox.html")} id="html" padded={false}>
          <MailFrame title={t("shell.mailbox.html.frame")} src={`/mailbox/${mail.id}/html`} />
        </Card>
        <div className="grid min-w-0 gap-6">
          <Card title={t("shell.mailbox.links")} id="links">
            <ul className="grid gap-2">
              {links.map(link => (
                <li key={link}>
                  <a
                    href={link}
                    data-load="full"
                    className="wrap-anywhere text-accent-text text-sm underline underline-offset-4"
                  >
                    {link}
                  </a>
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t("shell.mailbox.text")} id="text">
            <pre dir="auto" className="wrap-anywhere whitespace-pre-wrap font-mono text-ink text-sm">
              {mail.text}
            </pre>
          </Card>
          <Card title={t("shell.mailbox.headers")} id="headers">
            <Answers
              t={t}
              answers={Object.entries(headers).map(([label, value]) => ({ label, value, kind: "text" }))}
            />
          </Card>
        </div>
      </div>
    </>
  );
}

function whyEmpty(state: string): "removed" | "cancelled" | "waiting" {
  if (state === "sent") return "removed";
  return state === "cancelled" ? state : "waiting";
}
