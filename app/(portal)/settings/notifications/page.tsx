import type { Metadata } from "next";
import Link from "next/link";
import { SettingsTabs } from "@/app/(portal)/settings/settings-tabs";
import { OptionsField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Pager } from "@/components/ui/pager";
import { Time } from "@/components/ui/time";
import { pageClock, readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { readNotificationSettings } from "@/lib/notifications/muted";
import { savePace, switchMute } from "./actions";

export const metadata: Metadata = { title: "Notifications" };

const pacesIn = (timeZone: string) => [
  { value: "each", label: "For each event, at once" },
  { value: "gathered", label: "Gathered: after three minutes of quiet on a request, ten at most" },
  { value: "daily", label: `Once a day, at eight in the morning (${timeZone})` },
];

const news: Record<string, string> = {
  pace: "Your choice is saved.",
  mute: "You are notified about that request again.",
};

export default async function NotificationsPage({ searchParams }: { searchParams: SearchParams }) {
  const before = await readParam(searchParams, "before");
  const saved = news[(await readParam(searchParams, "saved")) ?? ""];
  const { pace, muted, older } = await readPageAs("/settings/notifications", actor =>
    readNotificationSettings(actor, before),
  );
  const clock = await pageClock();
  return (
    <>
      <SettingsTabs t={await readTranslator()} current="/settings/notifications" />
      {saved && (
        <Banner tone="good" role="status" className="mb-6">
          {saved}
        </Banner>
      )}
      <div className="grid gap-6">
        <Card title="When mails are sent" id="pace">
          <Form
            key={pace}
            action={savePace}
            id="pace-form"
            labels={{ pace: "Emails about your requests" }}
            className="grid gap-5"
          >
            <OptionsField
              name="pace"
              label="Emails about your requests"
              help="You always hear at once when a request is resolved or shared with you, and about anything that concerns your account."
              options={pacesIn(clock.timeZone)}
              defaultValue={pace}
            />
            <SubmitButton className="justify-self-start" working="Saving…">
              Save
            </SubmitButton>
          </Form>
        </Card>
        <Card
          title="Muted requests"
          id="muted"
          intro="You get no emails about these, except when one is resolved."
        >
          {muted.length === 0 ? (
            <p className="text-ink-soft text-sm">
              None. “Don't notify me” stands on the page of each request and in the footer of its mails.
            </p>
          ) : (
            <ul className="-my-3 divide-y divide-line">
              {muted.map(({ reference, summary, mutedAt }) => (
                <li
                  key={reference}
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
                >
                  <div className="wrap-anywhere min-w-0 flex-1 basis-60 text-sm">
                    <Link
                      href={`/requests/${reference}`}
                      className="inline-flex min-h-6 items-center font-medium text-ink hover:text-accent-text hover:underline"
                    >
                      <bdi>{summary}</bdi>
                    </Link>
                    <p className="text-ink-soft">
                      {reference}, muted <Time at={mutedAt} clock={clock} />
                    </p>
                  </div>
                  <Form action={switchMute} id={`unmute-${reference}`} labels={{}}>
                    <input type="hidden" name="reference" value={reference} />
                    <input type="hidden" name="muted" value="no" />
                    <SubmitButton variant="secondary" size="small" working="Saving…">
                      Notify me again<span className="sr-only"> about {reference}</span>
                    </SubmitButton>
                  </Form>
                </li>
              ))}
            </ul>
          )}
        </Card>
      </div>
      <Pager
        t={t}
        label="Pages"
        newerHref={before ? "/settings/notifications" : null}
        olderHref={older && `/settings/notifications?before=${encodeURIComponent(older)}`}
      />
    </>
  );
}
