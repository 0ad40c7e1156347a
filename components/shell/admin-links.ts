import type { IconName } from "@/components/ui/icon";
import type { Translator } from "@/lib/messages/translate";

/** The pages of administration by what they are about: in the path, among its messages, its icon, and its title. */
const groups = {
  desk: [
    ["settings", "settings", "settings", "settings.title"],
    ["mail", "mail", "mail", "mail.title"],
    ["retention", "retention", "clock", "retention.title"],
    ["examination", "examination", "shield-check", "administration.examination"],
  ],
  catalog: [
    ["catalog", "catalog", "inbox", "catalog_admin.title"],
    ["lists", "choice_lists", "list-checks", "choice_lists.title"],
    ["help", "help", "life-buoy", "help.admin.title"],
  ],
  people: [
    ["people", "people", "user", "people.title"],
    ["teams", "teams", "headset", "teams.title"],
    ["organisations", "organisations", "users", "organisations.title"],
    ["erasures", "erasures", "x", "erasures.title"],
  ],
  support: [
    ["tags", "tags", "tag", "tags.title"],
    ["canned-replies", "canned_replies", "message-square", "canned_replies.title"],
    ["views", "views", "bookmark", "views.title"],
  ],
} as const satisfies Record<string, readonly (readonly [string, string, IconName, string])[]>;

/** Each page with what it is for and further words that it is found by. */
export const adminLinks = (t: Translator) =>
  (["desk", "catalog", "people", "support"] as const).map(group => ({
    label: t(`administration.group.${group}`),
    links: groups[group].map(([path, name, icon, title]) => ({
      href: `/admin/${path}`,
      icon,
      label: t(title),
      about: t(`administration.about.${name}`),
      words: t(`administration.words.${name}`),
    })),
  }));

export type AdminGroup = ReturnType<typeof adminLinks>[number];
export type AdminLink = AdminGroup["links"][number];
