import type { Said } from "../messages/said";
import type { SettingName } from "../setting-names";

/** How a value is told to people: words for those that are choices. */
export function sayValue(name: SettingName, value: unknown): string | Said {
  if (name === "agentsSee")
    return { code: value === "all" ? "settings.agents_see.all" : "settings.agents_see.teams" };
  if (name === "undo") return { code: value === "on" ? "settings.undo.on" : "settings.undo.off" };
  if (name === "signUp") return { code: `settings.sign_up.${value as "open" | "domains" | "invited"}` };
  if (value !== "" && (name === "announcementFrom" || name === "announcementUntil"))
    return `${textOf(value).slice(0, 16).replace("T", " ")} UTC`;
  if (name === "languages" && Array.isArray(value) && value.length > 0)
    return { code: "settings.languages.some", params: { names: { languages: value } } };
  if (name === "languages") return { code: "settings.languages.all" };
  if (typeof value === "boolean") return { code: value ? "settings.yes" : "settings.no" };
  return textOf(value) || { code: "settings.none" };
}

/** As events keep it. */
export const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : String(value));
