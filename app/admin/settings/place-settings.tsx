import { OptionsField } from "@/components/form/options-field";
import { SelectField } from "@/components/form/select-field";
import { languageChoices } from "@/lib/accounts/languages";
import { zoneRegions } from "@/lib/accounts/time-zones";
import type { Clock } from "@/lib/clock";
import type { SettingsPage } from "@/lib/desk-settings/read";
import { languageName } from "@/lib/formats";
import { languages } from "@/lib/messages/languages";
import type { Translator } from "@/lib/messages/translate";
import { Setting } from "./setting";

type Props = { t: Translator; page: SettingsPage; clock: Clock };

/** Where the desk is: its clock. @param value what is suggested, if not what holds */
export const TimeZoneSetting = ({ t, page, clock, value }: Props & { value?: string }) => (
  <Setting t={t} page={page} name="timeZone" label={t("settings.time_zone")}>
    <SelectField
      name="timeZone"
      label={t("settings.time_zone")}
      help={t("settings.time_zone.help")}
      groups={zoneRegions(new Date(clock.now)).map(({ region, options }) => ({
        label: t("accounts.profile.time_zone.region", { region }),
        options,
      }))}
      defaultValue={value ?? page.values.timeZone}
    />
  </Setting>
);

/** The desk's own language. @param value what is suggested, if not what holds */
export const LanguageSetting = ({ t, page, clock, value }: Props & { value?: string | undefined }) => (
  <Setting t={t} page={page} name="language" label={t("settings.language")}>
    <SelectField
      name="language"
      label={t("settings.language")}
      help={t("settings.language.help")}
      options={languageChoices(new Date(clock.now), clock.timeZone)}
      defaultValue={value ?? page.values.language}
    />
  </Setting>
);

/** Which of them people can choose. */
export function LanguagesSetting({ t, page }: Omit<Props, "clock">) {
  const { languages: named } = page.values;
  return (
    <Setting t={t} page={page} name="languages" label={t("settings.languages")}>
      <OptionsField
        name="languages"
        label={t("settings.languages")}
        help={t("settings.languages.help")}
        several
        options={languages.map(value => ({ value, label: languageName(value, t.language) }))}
        defaultValue={named.length > 0 ? named : languages}
      />
    </Setting>
  );
}
