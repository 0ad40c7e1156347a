import type { Metadata } from "next";
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
import { type Clock, now } from "@/lib/clock";
import { pageClock, readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { type InboxFacts, readInboxFacts } from "@/lib/inbound/waiting";
import { readOutbox } from "@/lib/mail/status";
import { say } from "@/lib/messages/said";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { lift, release, sendTest } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("mail.title") };
}

const news = {
  released: "mail.done.released",
  lifted: "mail.done.lifted",
  tested: "mail.done.tested",
} as const;

const isNews = (done = ""): done is keyof typeof news => Object.hasOwn(news, done);
const shown = (count: number) => (count >= 1_000 ? "1000+" : count);

export default async function MailPage({ searchParams }: { searchParams: SearchParams }) {
  const done = await readParam(searchParams, "done");
  const [outbox, inbox] = await readPageAs("/admin/mail", actor =>
    Promise.all([readOutbox(actor, now()), readInboxFacts(actor)]),
  );
  const clock = await pageClock();
  const t = await readTranslator();
  const { waiting, oldestWaiting, paused, held, dead, cancelled, suppressed } = outbox;
  return (
    <>
      <PageHeader
        title={t("mail.title")}
        meta={t("mail.sending_as", { from: outbox.from, transport: outbox.transport })}
        actions={
          <Form action={sendTest} id="test" labels={{}}>
            <SubmitButton variant="secondary">{t("mail.test")}</SubmitButton>
          </Form>
        }
      />
      {isNews(done) && (
        <Banner tone="good" role="status" className="mb-6">
          {t(news[done])}
        </Banner>
      )}
      {paused && (
        <Banner tone="bad" title={t("mail.paused")} className="mb-6">
          {t.rich("mail.paused.until", {
            time: <Time at={paused.until} clock={clock} />,
            answer: say(t, paused.reason),
          })}
        </Banner>
      )}
      <div className="grid gap-6">
        <div className="grid gap-6 lg:grid-cols-[16rem_minmax(0,1fr)]">
          <Card title={t("mail.waiting")} id="waiting">
            <p className="font-semibold text-3xl text-ink tabular-nums">{shown(waiting)}</p>
            <p className="mt-1 text-ink-soft text-sm">
              {oldestWaiting
                ? t.rich("mail.waiting.oldest", { time: <Time at={oldestWaiting} clock={clock} /> })
                : t("mail.waiting.none")}
            </p>
          </Card>
          <Card title={t("mail.sent")} id="sent">
            <MailChart t={t} hours={outbox.sentPerHour} clock={clock} />
          </Card>
        </div>
        {inbox && <InboxCard t={t} inbox={inbox} clock={clock} />}
        <Card title={t("mail.held")} id="held" intro={t("mail.held.intro")}>
          <MailList
            t={t}
            mails={held}
            clock={clock}
            release={{ action: release, button: "mail.held.release" }}
            empty={t("mail.held.none")}
          />
        </Card>
        <Card title={t("mail.dead")} id="dead" intro={t("mail.dead.intro")}>
          <MailList
            t={t}
            mails={dead}
            clock={clock}
            release={{ action: release, button: "mail.dead.send_again" }}
            empty={t("mail.dead.none")}
          />
        </Card>
        <Card title={t("mail.cancelled")} id="cancelled" intro={t("mail.cancelled.intro")}>
          <MailList t={t} mails={cancelled} clock={clock} empty={t("mail.cancelled.none")} />
        </Card>
        <Card title={t("mail.suppressed")} id="suppressed" intro={t("mail.suppressed.intro")}>
          <SuppressedList t={t} rows={suppressed} clock={clock} action={lift} />
        </Card>
        <p id="scanner" className="text-ink-soft text-sm">
          {t(isScanned() ? "mail.scanned" : "mail.not_scanned")}
        </p>
      </div>
    </>
  );
}

type InboxProps = { t: Translator; inbox: InboxFacts; clock: Clock };

function InboxCard({ t, inbox, clock }: InboxProps) {
  const { waiting, oldest, keptOut } = inbox;
  return (
    <Card title={t("mail.inbox")} id="inbox" intro={t("mail.inbox.intro")}>
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <span className="font-semibold text-ink text-lg tabular-nums">{shown(waiting)}</span>
        <span className="text-ink-soft">
          {oldest
            ? t.rich("mail.inbox.oldest", { time: <Time at={oldest} clock={clock} /> })
            : t("mail.inbox.none")}
        </span>
        <a href="/agent/mail" className="text-accent-text underline">
          {t("mail.inbox.open")}
        </a>
      </p>
      {keptOut > 0 && (
        <p className="mt-2 text-ink-soft text-sm">
          {t.rich("mail.inbox.kept_out", {
            count: keptOut,
            link: words => (
              <a href="/agent/mail?show=kept_out" className="text-accent-text underline">
                {words}
              </a>
            ),
          })}
        </p>
      )}
    </Card>
  );
}
