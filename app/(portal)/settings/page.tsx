import type { Metadata } from "next";
import { SettingsTabs } from "@/app/(portal)/settings/settings-tabs";
import { BrowserZoneOffer } from "@/components/form/browser-zone";
import { Form } from "@/components/form/form";
import { NameField } from "@/components/form/name-field";
import { PasswordField } from "@/components/form/password-field";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { exactTime } from "@/components/ui/relative-time";
import { emailChangeMinutes, readAwaitedEmail } from "@/lib/accounts/email-change";
import { languageChoices } from "@/lib/accounts/languages";
import { readTimeZone, zoneRegions } from "@/lib/accounts/time-zones";
import { pageClock, readPageAs, readPageSettings, readParam, type SearchParams } from "@/lib/entry/page";
import { byBrowser } from "@/lib/entry/profile-forms";
import { languageOf, speaksTag } from "@/lib/messages/languages";
import { readTranslator } from "@/lib/messages/translate";
import { saveProfile } from "./actions";
import { askForEmail } from "./email/actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("accounts.settings") };
}

const news = {
  profile: "accounts.profile.saved",
  asked: "accounts.email.asked",
  email: "accounts.email.changed",
} as const;

export default async function SettingsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, awaited } = await readPageAs("/settings", async actor => ({
    person: actor,
    awaited: await readAwaitedEmail(actor),
  }));
  const t = await readTranslator();
  const saved = await readParam(searchParams, "saved");
  const [, code] = Object.entries(news).find(([name]) => name === saved) ?? [];
  const [clock, settings] = await Promise.all([pageClock(), readPageSettings()]);
  const { chosenLanguage: chosen } = person;
  const at = new Date(clock.now);
  const timeZone = readTimeZone(person.timeZone) ?? "UTC";
  return (
    <>
      <SettingsTabs t={t} current="/settings" />
      {code && (
        <Banner tone="good" role="status" className="mb-6">
          {t(code)}
        </Banner>
      )}
      <Card title={t("accounts.settings.profile")} id="profile" className="mb-8">
        <Form
          action={saveProfile}
          id="profile-form"
          labels={{
            name: t("accounts.name"),
            timeZone: t("accounts.profile.time_zone"),
            language: t("accounts.profile.language"),
          }}
          className="grid max-w-lg gap-5"
        >
          <NameField t={t} help={t("accounts.profile.name_help")} defaultValue={person.name} />
          <SelectField
            name="timeZone"
            label={t("accounts.profile.time_zone")}
            help={t("accounts.profile.time_zone_help")}
            groups={zoneRegions(at).map(({ region, options }) => ({
              label: t("accounts.profile.time_zone.region", { region }),
              options,
            }))}
            defaultValue={timeZone}
          />
          <BrowserZoneOffer
            name="timeZone"
            saved={timeZone}
            news={String(t.template("accounts.profile.browser_zone"))}
            choice={t("accounts.profile.browser_zone.use")}
          />
          <SelectField
            name="language"
            label={t("accounts.profile.language")}
            help={t.rich("accounts.profile.language_help", {
              time: (
                <span lang={clock.language} dir="auto">
                  {exactTime(at, clock)}
                </span>
              ),
            })}
            options={[
              { value: byBrowser, label: t("accounts.profile.language.browser") },
              ...languageChoices(at, timeZone, settings),
            ]}
            defaultValue={
              chosen !== null && languageOf(chosen) !== null && speaksTag(settings, chosen)
                ? chosen
                : byBrowser
            }
          />
          <div>
            <SubmitButton working={t("accounts.saving")}>{t("accounts.profile.save")}</SubmitButton>
          </div>
        </Form>
      </Card>
      <Card title={t("accounts.email")} id="email">
        <p className="wrap-anywhere mb-5 max-w-prose text-ink-soft">
          {t.rich("accounts.email.present", {
            email: <strong className="text-ink">{person.email}</strong>,
          })}
        </p>
        {awaited && (
          <Banner className="mb-5" title={t("accounts.email.awaited", { email: awaited })}>
            {t("accounts.email.awaited.intro", { minutes: emailChangeMinutes })}
          </Banner>
        )}
        <Form
          action={askForEmail}
          id="email-form"
          labels={{ email: t("accounts.email.new"), currentPassword: t("accounts.password.current") }}
          className="grid max-w-lg gap-5"
        >
          <TextField
            name="email"
            label={t("accounts.email.new")}
            help={t("accounts.email.new_help")}
            type="email"
            autoComplete="email"
            maxLength={254}
          />
          <PasswordField t={t} which="current" />
          <div>
            <SubmitButton>{t("accounts.email.send_link")}</SubmitButton>
          </div>
        </Form>
      </Card>
    </>
  );
}
