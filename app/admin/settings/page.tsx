import type { Metadata } from "next";
import { OptionsField } from "@/components/form/options-field";
import { TextField } from "@/components/form/text-field";
import { PageHeader } from "@/components/ui/page-header";
import { maxDeskName, maxFileMegabytes } from "@/lib/desk-settings/input";
import { readSettingsPage } from "@/lib/desk-settings/read";
import { pageClock, readPageAs, readPageSettings, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { undoChoices } from "@/lib/setting-names";
import { AccentField } from "./accent-field";
import { saveAgents, saveDesk, saveErasing, saveFiles, saveRequests } from "./actions";
import { PicturesCard } from "./pictures-card";
import { LanguageSetting, LanguagesSetting, TimeZoneSetting } from "./place-settings";
import { Setting } from "./setting";
import { SettingsCard } from "./settings-card";
import { SignUpCard } from "./sign-up-card";
import { AnnouncementCard, LinksCard, MailsCard } from "./told-cards";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("settings.title") };
}

export default async function SettingsPage({ searchParams }: { searchParams: SearchParams }) {
  const done = await readParam(searchParams, "done");
  const page = await readPageAs("/admin/settings", readSettingsPage);
  const [t, clock, settings] = await Promise.all([readTranslator(), pageClock(), readPageSettings()]);
  const { formerPrefixes, undo } = settings;
  const { values } = page;
  const card = (id: string) => ({ t, id, page, isSaved: done === id });
  const whole = { inputMode: "numeric", autoComplete: "off", className: "[&_input]:max-w-40" } as const;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("settings.title")} intro={t("settings.intro")} />
      <div className="grid gap-8">
        <SettingsCard
          {...card("desk")}
          title={t("settings.desk")}
          intro={t("settings.desk.intro")}
          action={saveDesk}
          labels={{
            deskName: t("settings.desk_name"),
            accent: t("settings.accent"),
            timeZone: t("settings.time_zone"),
            language: t("settings.language"),
            languages: t("settings.languages"),
          }}
        >
          <Setting t={t} page={page} name="deskName" label={t("settings.desk_name")}>
            <TextField
              name="deskName"
              label={t("settings.desk_name")}
              defaultValue={values.deskName}
              maxLength={maxDeskName}
              autoComplete="off"
            />
          </Setting>
          <Setting t={t} page={page} name="accent" label={t("settings.accent")}>
            <AccentField
              name="accent"
              value={values.accent}
              texts={{
                label: t("settings.accent"),
                help: t("settings.accent.help"),
                pick: t("settings.accent.pick"),
                light: t("settings.accent.light"),
                dark: t("settings.accent.dark"),
                button: t("settings.accent.button"),
                link: t("settings.accent.link"),
                contrast: String(t.template("settings.accent.contrast")),
                darkened: String(t.template("settings.accent.darkened")),
              }}
            />
          </Setting>
          <TimeZoneSetting {...{ t, page, clock }} />
          <LanguageSetting {...{ t, page, clock }} />
          <LanguagesSetting {...{ t, page }} />
        </SettingsCard>

        <PicturesCard t={t} settings={settings} done={done} />

        <SettingsCard
          {...card("requests")}
          title={t("settings.requests")}
          intro={t("settings.requests.intro")}
          action={saveRequests}
          labels={{
            referencePrefix: t("settings.reference_prefix"),
            reopenDays: t("settings.reopen_days"),
          }}
        >
          <Setting t={t} page={page} name="referencePrefix" label={t("settings.reference_prefix")}>
            <TextField
              name="referencePrefix"
              label={t("settings.reference_prefix")}
              help={t("settings.reference_prefix.help")}
              defaultValue={values.referencePrefix}
              autoComplete="off"
              className="max-w-prose"
            />
          </Setting>
          {formerPrefixes.length > 0 && (
            <p className="wrap-anywhere -mt-3 text-ink-soft text-sm">
              {t("settings.reference_prefix.former", { prefixes: formerPrefixes.join(", ") })}
            </p>
          )}
          <Setting t={t} page={page} name="reopenDays" label={t("settings.reopen_days")}>
            <TextField
              name="reopenDays"
              label={t("settings.reopen_days")}
              help={t("settings.reopen_days.help")}
              defaultValue={String(values.reopenDays)}
              {...whole}
            />
          </Setting>
        </SettingsCard>

        <SignUpCard {...card("sign-up")} />
        <AnnouncementCard {...card("announcement")} clock={clock} />
        <LinksCard {...card("links")} />
        <MailsCard {...card("mails")} from={page.mailFrom} />

        <SettingsCard
          {...card("agents")}
          title={t("settings.agents")}
          intro={t("settings.agents.intro")}
          action={saveAgents}
          labels={{ agentsSee: t("settings.agents_see"), undo: t("settings.undo") }}
        >
          <Setting t={t} page={page} name="agentsSee" label={t("settings.agents_see")}>
            <OptionsField
              name="agentsSee"
              label={t("settings.agents_see")}
              help={t("settings.agents_see.help")}
              options={(["all", "teams"] as const).map(value => ({
                value,
                label: t(`settings.agents_see.${value}`),
              }))}
              defaultValue={values.agentsSee}
            />
          </Setting>
          <Setting t={t} page={page} name="undo" label={t("settings.undo")}>
            <OptionsField
              name="undo"
              label={t("settings.undo")}
              help={t(undo === "never" ? "settings.undo.never" : "settings.undo.help")}
              options={undoChoices.map(value => ({ value, label: t(`settings.undo.${value}`) }))}
              defaultValue={values.undo}
            />
          </Setting>
        </SettingsCard>

        <SettingsCard
          {...card("erasing")}
          title={t("settings.erasing")}
          intro={t("settings.erasing.intro")}
          action={saveErasing}
          labels={{ erasureDays: t("settings.erasure_days") }}
        >
          <Setting t={t} page={page} name="erasureDays" label={t("settings.erasure_days")}>
            <TextField
              name="erasureDays"
              label={t("settings.erasure_days")}
              help={t("settings.erasure_days.help")}
              defaultValue={String(values.erasureDays)}
              {...whole}
            />
          </Setting>
        </SettingsCard>

        <SettingsCard
          {...card("files")}
          title={t("settings.files")}
          intro={t("settings.files.intro")}
          action={saveFiles}
          labels={{
            maxFileSize: t("settings.max_file_size"),
            maxFilesPerDay: t("settings.max_files_per_day"),
          }}
        >
          <Setting t={t} page={page} name="maxFileSize" label={t("settings.max_file_size")}>
            <TextField
              name="maxFileSize"
              label={t("settings.max_file_size")}
              help={t("settings.max_file_size.help", { max: maxFileMegabytes })}
              defaultValue={String(values.maxFileSize)}
              {...whole}
            />
          </Setting>
          <Setting t={t} page={page} name="maxFilesPerDay" label={t("settings.max_files_per_day")}>
            <TextField
              name="maxFilesPerDay"
              label={t("settings.max_files_per_day")}
              help={t("settings.max_files_per_day.help")}
              defaultValue={String(values.maxFilesPerDay)}
              {...whole}
            />
          </Setting>
        </SettingsCard>
      </div>
    </div>
  );
}
