import { PictureForms } from "@/app/admin/settings/picture-forms";
import { LogoShown } from "@/app/admin/settings/pictures-shown";
import { LanguageSetting, TimeZoneSetting } from "@/app/admin/settings/place-settings";
import { Setting } from "@/app/admin/settings/setting";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { nearestChoice } from "@/lib/accounts/languages";
import type { Clock } from "@/lib/clock";
import { maxDeskName } from "@/lib/desk-settings/input";
import type { SettingsPage } from "@/lib/desk-settings/read";
import type { Translator } from "@/lib/messages/translate";
import { settingDefaults } from "@/lib/setting-names";
import type { DeskSettings } from "@/lib/settings";
import { removeLogo, saveDesk, saveLogo } from "./actions";

type Props = { t: Translator; page: SettingsPage; settings: DeskSettings; clock: Clock; done: string };

export function DeskStep({ t, page, settings, clock, done }: Props) {
  const { deskName, timeZone, language } = page.values;
  // Until they are chosen, suggest the admin's own: their customers probably live where they do.
  const zone = timeZone === settingDefaults.timeZone ? clock.timeZone : timeZone;
  const speech = language === settingDefaults.language ? nearestChoice(clock.language) : language;
  const { logo } = settings;
  return (
    <div className="grid gap-6">
      {(done === "logo" || done === "no-logo") && (
        <Banner tone="good" role="status">
          {t(done === "logo" ? "settings.done" : "settings.pictures.remove.done")}
        </Banner>
      )}
      <PictureForms t={t} name="logo" hash={logo?.hash} save={saveLogo} remove={removeLogo}>
        {logo && <LogoShown t={t} logo={logo} deskName={settings.deskName} />}
      </PictureForms>
      <Form
        key={JSON.stringify(page.values)}
        action={saveDesk}
        id="desk"
        labels={{
          deskName: t("settings.desk_name"),
          timeZone: t("settings.time_zone"),
          language: t("settings.language"),
        }}
        className="grid gap-6 border-line border-t pt-6"
      >
        <Setting t={t} page={page} name="deskName" label={t("settings.desk_name")}>
          <TextField
            name="deskName"
            label={t("settings.desk_name")}
            help={t("set_up.desk.name.help")}
            defaultValue={deskName}
            maxLength={maxDeskName}
            autoComplete="organization"
          />
        </Setting>
        <TimeZoneSetting {...{ t, page, clock }} value={zone} />
        <LanguageSetting {...{ t, page, clock }} value={speech} />
        <SubmitButton className="justify-self-start" working={t("settings.saving")}>
          {t("set_up.save")}
        </SubmitButton>
      </Form>
    </div>
  );
}
