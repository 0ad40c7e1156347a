import { OptionsField } from "@/components/form/options-field";
import { SelectField } from "@/components/form/select-field";
import { languageChoices } from "@/lib/accounts/languages";
import type { Role } from "@/lib/actor";
import type { Clock } from "@/lib/clock";
import { readPageSettings } from "@/lib/entry/page";
import type { Translator } from "@/lib/messages/translate";

type Props = {
  t: Translator;
  clock: Clock;
  roles: readonly Role[];
  usualRole: Role;
  labels: { role: string; language: string };
};

/** What those who are invited will be, and the language of their invitation. */
export const InviteeFields = async ({ t, clock, roles, usualRole, labels }: Props) => (
  <>
    <OptionsField
      name="role"
      label={labels.role}
      options={roles.map(role => ({ value: role, label: t(`people.role.${role}`) }))}
      defaultValue={usualRole}
    />
    <SelectField
      name="language"
      label={labels.language}
      help={t("people.invite.language.help")}
      options={languageChoices(new Date(clock.now), clock.timeZone, await readPageSettings())}
      defaultValue={clock.language}
    />
  </>
);
