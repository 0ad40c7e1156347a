import type { Metadata } from "next";
import { SettingsTabs } from "@/app/(portal)/settings/settings-tabs";
import { BrowserZoneOffer } from "@/components/form/browser-zone";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { exactTime } from "@/components/ui/relative-time";
import { emailChangeMinutes, readAwaitedEmail } from "@/lib/accounts/email-change";
import { languageChoices } from "@/lib/accounts/languages";
import { readTimeZone, zoneRegions } from "@/lib/accounts/time-zones";
import { pageClock, readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { saveProfile } from "./actions";
import { askForEmail } from "./email/actions";

export const metadata: Metadata = { title: "Settings" };

const news: Record<string, string> = {
  profile: "Saved. This is how you are shown, and how times are shown to you.",
  asked: "A mail is on its way to the new address. Open its link in this browser to confirm it.",
  email: "Your new address is confirmed. You log in with it from now on.",
};

export default async function SettingsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, awaited } = await readPageAs("/settings", async actor => ({
    person: actor,
    awaited: await readAwaitedEmail(actor),
  }));
  const text = news[(await readParam(searchParams, "saved")) ?? ""];
  const clock = await pageClock();
  const at = new Date(clock.now);
  const timeZone = readTimeZone(person.timeZone) ?? "UTC";
  return (
    <>
      <SettingsTabs current="/settings" />
      {text && (
        <Banner tone="good" role="status" className="mb-6">
          {text}
        </Banner>
      )}
      <Card title="Profile" id="profile" className="mb-8">
        <Form
          action={saveProfile}
          id="profile-form"
          labels={{ name: "Your name", timeZone: "Time zone", language: "Language of dates" }}
          className="grid max-w-lg gap-5"
        >
          <TextField
            name="name"
            label="Your name"
            need="required"
            help="Everybody on your requests sees it, and mails carry it."
            autoComplete="name"
            maxLength={80}
            defaultValue={person.name}
          />
          <SelectField
            name="timeZone"
            label="Time zone"
            help="Times in pages and mails are shown in it."
            groups={zoneRegions(at)}
            defaultValue={timeZone}
          />
          <BrowserZoneOffer name="timeZone" saved={timeZone} />
          <SelectField
            name="language"
            label="Language of dates"
            help={
              <>
                For you it is now{" "}
                <span lang={clock.language} dir="auto">
                  {exactTime(at, clock)}
                </span>
                .
              </>
            }
            options={languageChoices(at, timeZone)}
            defaultValue={person.language}
          />
          <div>
            <SubmitButton working="Saving…">Save profile</SubmitButton>
          </div>
        </Form>
      </Card>
      <Card title="Email address" id="email">
        <p className="wrap-anywhere mb-5 max-w-prose text-ink-soft">
          You log in with <strong className="text-ink">{person.email}</strong>, and mails go there.
        </p>
        {awaited && (
          <Banner className="mb-5" title={`${awaited} is not confirmed yet`}>
            Open the link that we mailed there within {emailChangeMinutes} minutes. Until then nothing
            changes.
          </Banner>
        )}
        <Form
          action={askForEmail}
          id="email-form"
          labels={{ email: "New email address", currentPassword: "Current password" }}
          className="grid max-w-lg gap-5"
        >
          <TextField
            name="email"
            label="New email address"
            help="We mail a link to it, to make sure that it is yours."
            type="email"
            autoComplete="email"
            maxLength={254}
          />
          <PasswordField label="Current password" name="currentPassword" />
          <div>
            <SubmitButton>Mail me the link</SubmitButton>
          </div>
        </Form>
      </Card>
    </>
  );
}
