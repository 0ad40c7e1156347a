import "server-only";
import { turnCatalog } from "../catalog/turn";
import { type Act, recordChanges } from "../events/act";
import { languageOf } from "../messages/languages";
import { onlyAdmins } from "../only-admins";
import { type Message, message, refuse } from "../refusal";
import { type SettingName, type SettingValues, settingNames } from "../setting-names";
import { pinOf, valuesOf } from "../settings";
import { keepPrefix } from "./former-prefixes";
import { lockSettings, store } from "./stored";
import { sayValue, textOf } from "./values";

/** What somebody wishes, and what they saw before they did. */
export type SettingsChange = { values: Partial<SettingValues>; seen: Partial<SettingValues> };

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const isOfSignUp = (name: SettingName) => name === "signUp" || name === "signUpDomains";

const isOfLanguages = (name: SettingName) => name === "language" || name === "languages";

/**
 * Changes what differs from what was seen, so that a form does not undo what somebody else has changed of the rest.
 * @throws Refusal not_found (no admin), conflict (the environment sets it, or somebody else has changed it
 * meanwhile), invalid (sign-up is for some domains, and none is named;
 * the desk's own language is not among those that it speaks; an announcement ends before it begins)
 */
export async function changeSettings(act: Act, { values, seen }: SettingsChange): Promise<void> {
  onlyAdmins(act.actor);
  const { stored, version, changers } = await lockSettings(act);
  const present = valuesOf(stored);
  const wished = settingNames.filter(
    name =>
      values[name] !== undefined && !isSame(values[name], seen[name]) && !isSame(values[name], present[name]),
  );
  const refused = wished.flatMap((name): [SettingName, Message][] => {
    const variable = pinOf(name);
    if (variable !== null) return [[name, message("setting.pinned", { variable })]];
    if (isSame(seen[name], present[name])) return [];
    const said = { value: sayValue(name, present[name]), who: changers.get(name) ?? "" };
    return [[name, message("setting.changed", said)]];
  });
  const next = { ...present, ...Object.fromEntries(wished.map(name => [name, values[name]])) };
  if (next.signUp === "domains" && next.signUpDomains.length === 0 && wished.some(isOfSignUp))
    throw refuse("setting.no_domains", {}, { field: "signUpDomains" });
  const { announcementFrom: from, announcementUntil: until } = next;
  if (until !== "" && from >= until && wished.some(name => name.startsWith("announcement")))
    throw refuse("setting.backwards", {}, { field: "announcementUntil" });
  const own = languageOf(next.language);
  const isOwnSpoken = next.languages.length === 0 || next.languages.some(language => language === own);
  if (!isOwnSpoken && wished.some(isOfLanguages))
    throw refuse("setting.own_language", {}, { field: "languages" });
  if (refused.length > 0)
    throw refuse(
      "setting.conflict",
      {},
      {
        fields: Object.fromEntries(refused.map(([name, why]) => [name, [why]])),
        corrections: Object.fromEntries(
          refused.map(([name]) => [`was.${name}`, JSON.stringify(present[name])]),
        ),
      },
    );
  for (const [index, name] of wished.entries()) {
    await store(act, name, values[name], version + 1 + index);
    const change = { key: name, before: textOf(present[name]), after: textOf(values[name]) };
    await recordChanges(act, "setting_changed", [change], {}, { setting: name });
  }
  await turnCatalog(act, present.language, next.language);
  const { referencePrefix: prefix } = values;
  if (prefix !== undefined && wished.includes("referencePrefix"))
    await keepPrefix(act, stored, present.referencePrefix, prefix, former =>
      store(act, "formerPrefixes", former, version + 1 + wished.length),
    );
}
