import type { Metadata } from "next";
import Link from "next/link";
import { MailChart } from "@/app/admin/mail/mail-chart";
import { MailList } from "@/app/admin/mail/mail-list";
import { SuppressedList } from "@/app/admin/mail/suppressed-list";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { isScanned } from "@/lib/attachments/scan";
import { now } from "@/lib/clock";
import { pageClock, readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readInboxFacts } from "@/lib/inbound/waiting";
import { readOutbox } from "@/lib/notifications/outbox";
import { lift, release, sendTest } from "./actions";

export const metadata: Metadata = { title: "Mail" };

const news: Record<string, string> = {
  released: "The mail is on its way.",
  lifted: "Mails go to that address again.",
  tested: "A test mail to your own address is on its way.",
};

export default async function MailPage({ searchParams }: { searchParams: SearchParams }) {
  const done = news[(await readParam(searchParams, "done")) ?? ""];
  const [outbox, inbox] = await readPageAs("/admin/mail", actor =>
    Promise.all([readOutbox(actor, now()), readInboxFacts(actor)]),
  );
  const clock = await pageClock();
  const { waiting, oldestWaiting, paused, held, dead, cancelled, suppressed } = outbox;
  return (
    <>
      <PageHeader
        title="Mail"
        meta={`Sent as ${outbox.from} by ${outbox.transport}`}
        actions={
          <Form action={sendTest} id="test" labels={{}}>
            <SubmitButton variant="secondary">Send me a test mail</SubmitButton>
          </Form>
        }
      />
      {done && (
        <Banner tone="good" role="status" className="mb-6">
          {done}
        </Banner>
      )}
      {paused && (
        <Banner tone="bad" title="All mail is waiting" className="mb-6">
          Until <Time at={paused.until} clock={clock} />, because the mail server says: {paused.reason}
        </Banner>
      )}
      <div className="grid gap-6">
        <div className="grid gap-6 lg:grid-cols-[16rem_minmax(0,1fr)]">
          <Card title="Waiting" id="waiting">
            <p className="font-semibold text-3xl text-ink tabular-nums">
              {waiting >= 1_000 ? "1000+" : waiting}
            </p>
            <p className="mt-1 text-ink-soft text-sm">
              {oldestWaiting ? (
                <>
                  the oldest written <Time at={oldestWaiting} clock={clock} />
                </>
              ) : (
                "Nothing waits: every mail has left."
              )}
            </p>
          </Card>
          <Card title="Sent in the last 24 hours" id="sent">
            <MailChart hours={outbox.sentPerHour} clock={clock} />
          </Card>
        </div>
        {inbox && (
          <Card title="Came in, not let in" id="inbox" intro="Replies by mail that an agent has to look at.">
            <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
              <span className="font-semibold text-ink text-lg tabular-nums">
                {inbox.waiting >= 1_000 ? "1000+" : inbox.waiting}
              </span>
              <span className="text-ink-soft">
                {inbox.oldest ? (
                  <>
                    the oldest came <Time at={inbox.oldest} clock={clock} />
                  </>
                ) : (
                  "Every mail that came in has found its place."
                )}
              </span>
              <Link href="/agent/mail" className="text-accent-text underline">
                Open the inbox
              </Link>
            </p>
            {inbox.keptOut > 0 && (
              <p className="mt-2 text-ink-soft text-sm">
                {inbox.keptOut >= 1_000 ? "1000+" : inbox.keptOut} kept out as automatic in the last 7 days.{" "}
                <Link href="/agent/mail?show=kept_out" className="text-accent-text underline">
                  Look through them
                </Link>
              </p>
            )}
          </Card>
        )}
        <Card
          title="Held back"
          id="held"
          intro="A mail over a limit is sent by itself once the limit no longer applies. One that could not be rendered, or may have been sent already, waits for you."
        >
          <MailList
            mails={held}
            clock={clock}
            release={{ action: release, button: "Release" }}
            empty="No mail is held back."
          />
        </Card>
        <Card title="Given up" id="dead" intro="Refused for good, or not taken for twenty hours.">
          <MailList
            mails={dead}
            clock={clock}
            release={{ action: release, button: "Send again" }}
            empty="No mail was given up."
          />
        </Card>
        <Card
          title="Not sent"
          id="cancelled"
          intro="There was nothing left to say, or the recipient may no longer read it. Nothing needs to be done."
        >
          <MailList mails={cancelled} clock={clock} empty="Every mail still had something to say." />
        </Card>
        <Card
          title="Addresses that get no mail"
          id="suppressed"
          intro="Their mails came back for good, or their owners called them spam."
        >
          <SuppressedList rows={suppressed} clock={clock} action={lift} />
        </Card>
        <p className="text-ink-soft text-sm">
          {isScanned()
            ? "Files that come with mails, and those that people upload, are scanned for viruses."
            : "No virus scanner looks at files, neither at those of mails nor at uploads. The setting CLAMD_ADDRESS names one."}
        </p>
      </div>
    </>
  );
}
