import { saysTold } from "../desk-settings/values";
import type { Stored } from "../events/stored";
import type { Change } from "../events/types";
import { languageOf } from "../messages/languages";
import type { Said } from "../messages/said";
import type { MessageCode } from "../messages/translate";
import { statusCode } from "../requests/labels";
import { pictureNames, type SettingName } from "../setting-names";

type Event = Stored<{ type: string; data: unknown; team: { name: string } | null }>;

/** Events whose words are shown before and after. Changes to requests are not: the pages of requests show them. */
export const toldTypes = [
  "setting_changed",
  "category_changed",
  "type_changed",
  "choice_list_changed",
  "type_statuses_named",
  "help_article_changed",
  "tag_changed",
  "team_renamed",
  "organisation_renamed",
  "domain_added",
  "domain_removed",
  "person_renamed",
  "email_changed",
];

const mostShown = 60;
const isShort = (text: string) => text.length <= mostShown && !text.includes("\n");
const fromTo = (from: string | Said, to: string | Said): Said => ({
  code: "people.did.from_to",
  params: { from, to },
});
const quoted = (text: string | null): Said =>
  text ? { code: "people.did.quoted", params: { text } } : { code: "people.did.nothing" };

/** What an event says besides what was done, such as from what to what. */
export function detailOf(event: Event, changes: Change[], formerTeam: string | null): Said | null {
  switch (event.type) {
    case "person_created":
    case "account_invitation_sent":
    case "account_invitation_accepted":
      return { code: `people.role.${event.data.role}` };
    case "person_role_changed":
      return fromTo({ code: `people.role.${event.data.from}` }, { code: `people.role.${event.data.to}` });
    case "request_moved":
      return { code: statusCode(event.data.to, "agent") };
    case "sessions_ended":
      return { code: "people.did.sessions", params: { count: event.data.count } };
    case "setting_changed":
      return ofSetting(event.data.setting, changes);
    case "type_audience_set": {
      const { from, to } = event.data;
      if (from === to) return null;
      return fromTo({ code: `catalog_admin.audience.${from}` }, { code: `catalog_admin.audience.${to}` });
    }
    case "catalog_turned":
      return fromTo(...([event.data.from, event.data.to].map(tongue) as [Said, Said]));
    case "retention_set":
      return fromTo(monthsOf(event.data.from), monthsOf(event.data.to));
    case "team_of_type_changed": {
      const none: Said = { code: "people.did.no_team" };
      return fromTo(formerTeam ?? none, event.team?.name ?? none);
    }
    case "team_lead_set":
      return { code: event.data.isLead ? "people.did.leads" : "people.did.leads_not" };
    case "organisation_manager_set":
      return { code: event.data.isManager ? "people.did.manages" : "people.did.manages_not" };
    default:
      return ofWords(changes);
  }
}

const tongue = (language: string): Said => ({
  code: "settings.languages.some",
  params: { names: { languages: [language] } },
});

const monthsOf = (months: number | null): Said =>
  months === null ? { code: "people.did.off" } : { code: "people.did.months", params: { count: months } };

function ofSetting(name: string, [change]: Change[]): Said | null {
  if (pictureNames.some(one => one === name) || !change) return null;
  const [before, after] = [change.before, change.after].map(text => String(text ?? ""));
  if (!isShort(before ?? "") || !isShort(after ?? "")) return null;
  return fromTo(saysTold(name as SettingName, before ?? ""), saysTold(name as SettingName, after ?? ""));
}

/** Words that can be changed, by what they are of. */
const keys: Partial<Record<string, MessageCode>> = {
  name: "catalog_admin.name",
  description: "catalog_admin.description",
  keywords: "catalog_admin.type.keywords",
  icon: "catalog_admin.icon",
  title: "help.page.title",
  category: "help.category",
  body: "help.body",
};

function keyOf(key: string): Said | null {
  const [text = "", language] = key.split(".");
  const isStatus = /^(waiting_for_|in_progress|resolved|closed)/.test(text);
  const code = isStatus ? statusCode(text as Parameters<typeof statusCode>[0], "agent") : keys[text];
  if (!code) return null;
  if (language === undefined || languageOf(language) === null) return { code };
  return { code: "people.did.in_language", params: { what: { code }, language: tongue(language) } };
}

/** One short change from what to what, or else which words. */
function ofWords(changes: Change[]): Said | null {
  const [one] = changes;
  if (changes.length === 1 && one) {
    const [before, after] = [one.before, one.after].map(text => (typeof text === "string" ? text : null));
    const isTold = [before, after].every(text => isShort(text ?? ""));
    if (one.key === "domain") return { code: "people.did.named", params: { name: after ?? before ?? "" } };
    const key = keyOf(one.key);
    if (isTold && (one.key === "name" || one.key === "email"))
      return fromTo(quoted(before ?? null), quoted(after ?? null));
    if (isTold && key)
      return {
        code: "people.did.key_from_to",
        params: { key, from: quoted(before ?? null), to: quoted(after ?? null) },
      };
  }
  const named = changes.flatMap(({ key }) => keyOf(key) ?? []);
  return named.length > 0 ? { code: "people.did.named", params: { name: named } } : null;
}
