import "server-only";
import type { PersonActor } from "../actor";
import { onlyAdmins } from "../only-admins";
import { type SettingName, type SettingValues, settingNames } from "../setting-names";
import { pinOf, readMailFrom, readStoredSettings, valuesOf } from "../settings";

export type SettingsPage = {
  values: SettingValues;
  /** The variable of the environment that sets it, which leaves nothing to change here. */
  pins: Partial<Record<SettingName, string>>;
  /** The sender of mails, as the environment sets it. */
  mailFrom: string;
};

/** @throws Refusal not_found for anybody who is no admin */
export async function readSettingsPage(actor: PersonActor): Promise<SettingsPage> {
  onlyAdmins(actor);
  const pins = settingNames.flatMap(name => {
    const variable = pinOf(name);
    return variable === null ? [] : [[name, variable]];
  });
  return {
    values: valuesOf(await readStoredSettings()),
    pins: Object.fromEntries(pins),
    mailFrom: readMailFrom(),
  };
}
