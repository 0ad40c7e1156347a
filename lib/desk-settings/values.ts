import type { Said } from "../messages/said";
import type { MessageCode } from "../messages/translate";
import { type PictureName, type SettingName, settingDefaults } from "../setting-names";

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

/** The same of a value as events keep it. */
export function saysTold(name: SettingName, told: string): string | Said {
  if (told === "true" || told === "false") return sayValue(name, told === "true");
  return sayValue(name, Array.isArray(settingDefaults[name]) ? told.split(", ").filter(Boolean) : told);
}

/** What each is called where it stands alone. */
export const settingLabel: Record<SettingName | PictureName, MessageCode> = {
  deskName: "settings.desk_name",
  accent: "settings.accent",
  timeZone: "settings.time_zone",
  language: "settings.language",
  languages: "settings.languages",
  logo: "settings.logo",
  favicon: "settings.favicon",
  referencePrefix: "settings.reference_prefix",
  reopenDays: "settings.reopen_days",
  erasureDays: "settings.erasure_days",
  agentsSee: "settings.agents_see",
  undo: "settings.undo",
  maxFileSize: "settings.max_file_size",
  maxFilesPerDay: "settings.max_files_per_day",
  signUp: "settings.sign_up",
  signUpDomains: "settings.sign_up_domains.told",
  signUpInvited: "settings.sign_up_invited",
  announcement: "settings.announcement",
  announcementFrom: "settings.announcement_from.told",
  announcementUntil: "settings.announcement_until.told",
  imprintLink: "settings.imprint_link",
  privacyLink: "settings.privacy_link",
  mailSender: "settings.mail_sender",
  mailFooter: "settings.mail_footer",
};

/** As events keep it. */
export const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : String(value));
