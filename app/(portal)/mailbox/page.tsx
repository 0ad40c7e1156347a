import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Time } from "@/components/ui/time";
import { hasOpenMailbox } from "@/lib/entry/mailbox";
import { pageClock, readPage, readParam, type SearchParams } from "@/lib/entry/page";
import { listMailbox } from "@/lib/mail/local-mailbox";
import { say } from "@/lib/messages/said";
import { readTranslator } from "@/lib/messages/translate";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("shell.mailbox") };
}

export default async function MailboxPage({ searchParams }: { searchParams: SearchParams }) {
  if (!(await hasOpenMailbox())) notFound();
  const before = await readParam(searchParams, "before");
  const to = await readParam(searchParams, "to");
  const { rows, older } = await readPage("/mailbox", () => listMailbox(before, to));
  const filter = to ? `to=${encodeURIComponent(to)}&` : "";
  const clock = await pageClock();
  const t = await readTranslator();
  return (
    <>
      <PageHeader title={t("shell.mailbox")} intro={t("shell.mailbox.intro")} />
      {to && (
        <p className="mb-4 text-sm">
          {t.rich("shell.mailbox.filter", {
            address: <strong>{to}</strong>,
            link: words => (
              <a href="/mailbox" className="text-accent-text underline underline-offset-4">
                {words}
              </a>
            ),
          })}
        </p>
      )}
      {rows.length === 0 ? (
        <EmptyState icon="mail" title={t("shell.mailbox.empty")}>
          {t("shell.mailbox.empty.text")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface shadow-rest">
          {rows.map(mail => (
            <li
              key={mail.id}
              className="relative grid gap-x-6 gap-y-0.5 px-4 py-3 hover:bg-sunken/60 sm:grid-cols-[16rem_minmax(0,1fr)_auto] sm:px-6"
            >
              <span className="truncate text-ink-soft text-sm leading-6">{mail.to}</span>
              <a
                href={`/mailbox/${mail.id}`}
                className="wrap-anywhere min-w-0 rounded font-medium text-ink after:absolute after:inset-0"
              >
                {say(t, mail.subject)}
              </a>
              <Time at={mail.at} clock={clock} className="text-ink-soft text-sm leading-6" />
            </li>
          ))}
        </ul>
      )}
      <Pager
        t={t}
        label={t("shell.mailbox.pages")}
        newerHref={before ? `/mailbox?${filter}` : null}
        olderHref={older && `/mailbox?${filter}before=${encodeURIComponent(older)}`}
      />
    </>
  );
}
