import type { Metadata } from "next";
import { BrowserZoneOffer } from "@/components/form/browser-zone";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { SettingsTabs } from "@/components/shell/settings-tabs";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { exactTime } from "@/components/ui/relative-time";
import { pageClock, queryOf, readPageAs, type SearchParams } from "@/lib/entry/page";
import { languageChoices } from "@/lib/languages";
import { readTimeZone, zoneRegions } from "@/lib/time-zones";
import { saveProfile } from "./actions";

export const metadata: Metadata = { title: "Settings" };

const news: Record<string, string> = {
  profile: "Saved. This is how you are shown, and how times are shown to you.",
};

export default async function SettingsPage({ searchParams }: { searchParams: SearchParams }) {
  const person = await readPageAs("/settings", async actor => actor);
  const text = news[(await queryOf(searchParams, "saved")) ?? ""];
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
      <Card title="Profile" id="profile">
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
    </>
  );
}
