import { CheckboxField } from "@/components/form/checkbox-field";
import { OptionsField } from "@/components/form/options-field";
import { TextField } from "@/components/form/text-field";
import type { SettingsPage } from "@/lib/desk-settings/read";
import type { Translator } from "@/lib/messages/translate";
import { signUpChoices } from "@/lib/setting-names";
import { saveSignUp } from "./actions";
import { Setting } from "./setting";
import { SettingsCard } from "./settings-card";

type Props = { t: Translator; id: string; page: SettingsPage; isSaved: boolean };

/** Who can create an account. */
export function SignUpCard({ t, page, ...card }: Props) {
  const { values } = page;
  const labels = {
    signUp: t("settings.sign_up.who"),
    signUpDomains: t("settings.sign_up_domains"),
    signUpInvited: t("settings.sign_up_invited"),
  };
  return (
    <SettingsCard
      {...card}
      t={t}
      page={page}
      title={t("settings.sign_up")}
      intro={t("settings.sign_up.intro")}
      action={saveSignUp}
      labels={labels}
    >
      <Setting t={t} page={page} name="signUp" label={labels.signUp}>
        <OptionsField
          name="signUp"
          label={labels.signUp}
          help={t("settings.sign_up.who.help")}
          options={signUpChoices.map(value => ({ value, label: t(`settings.sign_up.${value}`) }))}
          defaultValue={values.signUp}
        />
      </Setting>
      <Setting t={t} page={page} name="signUpDomains" label={labels.signUpDomains}>
        <TextField
          name="signUpDomains"
          label={labels.signUpDomains}
          help={t("settings.sign_up_domains.help")}
          rows={3}
          defaultValue={values.signUpDomains.join("\n")}
        />
      </Setting>
      <Setting t={t} page={page} name="signUpInvited" label={labels.signUpInvited}>
        <CheckboxField
          name="signUpInvited"
          label={labels.signUpInvited}
          help={t("settings.sign_up_invited.help")}
          defaultValue={values.signUpInvited ? "yes" : ""}
        />
      </Setting>
    </SettingsCard>
  );
}
