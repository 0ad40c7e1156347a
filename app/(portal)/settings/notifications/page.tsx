import type { Metadata } from "next";
import { SettingsTabs } from "@/app/(portal)/settings/settings-tabs";
import { Form } from "@/components/form/form";
import { OptionsField } from "@/components/form/options-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Pager } from "@/components/ui/pager";
import { Time } from "@/components/ui/time";
import { pageClock, readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { readNotificationSettings } from "@/lib/notifications/muted";
import { choicesPath } from "@/lib/requests/view";
import { savePace, switchMute } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("notifications.title") };
}

const paces = ["each", "gathered", "daily"] as const;

const news = { pace: "notifications.pace.saved", mute: "notifications.mute.saved" } as const;

export default async function NotificationsPage({ searchParams }: { searchParams: SearchParams }) {
  const before = await readParam(searchParams, "before");
  const changed = await readParam(searchParams, "saved");
  const [, saved] = Object.entries(news).find(([name]) => name === changed) ?? [];
  const { pace, muted, older, isAgent } = await readPageAs("/settings/notifications", async actor => ({
    ...(await readNotificationSettings(actor, before)),
    isAgent: actor.role !== "customer",
  }));
  const [clock, t] = await Promise.all([pageClock(), readTranslator()]);
  return (
    <>
      <SettingsTabs t={t} current="/settings/notifications" />
      {saved && (
        <Banner tone="good" role="status" className="mb-6">
          {t(saved)}
        </Banner>
      )}
      <div className="grid gap-6">
        {isAgent && (
          <Card title={t("notifications.choices")} id="choices">
            <p className="mb-3 text-ink-soft text-sm">{t("notifications.choices.link.text")}</p>
            <ButtonLink href={choicesPath}>{t("notifications.choices.link")}</ButtonLink>
          </Card>
        )}
        <Card title={t("notifications.pace")} id="pace">
          <Form
            key={pace}
            action={savePace}
            id="pace-form"
            labels={{ pace: t("notifications.pace.field") }}
            className="grid gap-5"
          >
            <OptionsField
              name="pace"
              label={t("notifications.pace.field")}
              help={t("notifications.pace.help")}
              options={paces.map(value => ({
                value,
                label: t(`notifications.pace.${value}`, { timeZone: clock.timeZone }),
              }))}
              defaultValue={pace}
            />
            <SubmitButton className="justify-self-start" working={t("notifications.saving")}>
              {t("notifications.save")}
            </SubmitButton>
          </Form>
        </Card>
        <Card title={t("notifications.muted")} id="muted" intro={t("notifications.muted.intro")}>
          {muted.length === 0 ? (
            <p className="text-ink-soft text-sm">{t("notifications.muted.none")}</p>
          ) : (
            <ul className="-my-3 divide-y divide-line">
              {muted.map(({ reference, summary, mutedAt }) => (
                <li
                  key={reference}
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
                >
                  <div className="wrap-anywhere min-w-0 flex-1 basis-60 text-sm">
                    <a
                      href={`/requests/${reference}`}
                      className="inline-flex min-h-6 items-center font-medium text-ink hover:text-accent-text hover:underline"
                    >
                      <bdi>{summary}</bdi>
                    </a>
                    <p className="text-ink-soft">
                      {t.rich("notifications.muted.since", {
                        reference,
                        time: <Time at={mutedAt} clock={clock} />,
                      })}
                    </p>
                  </div>
                  <Form action={switchMute} id={`unmute-${reference}`} labels={{}}>
                    <input type="hidden" name="reference" value={reference} />
                    <input type="hidden" name="muted" value="no" />
                    <SubmitButton variant="secondary" size="small" working={t("notifications.saving")}>
                      {t.rich("notifications.unmute", {
                        reference,
                        about: words => <span className="sr-only">{words}</span>,
                      })}
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
        label={t("notifications.pages")}
        newerHref={before ? "/settings/notifications" : null}
        olderHref={older && `/settings/notifications?before=${encodeURIComponent(older)}`}
      />
    </>
  );
}
