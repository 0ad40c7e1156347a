import type { Translator } from "@/lib/messages/translate";

/** The pages of administration by what they are about: in the path, among its messages, and its title. */
const groups = {
  desk: [
    ["settings", "settings", "settings.title"],
    ["mail", "mail", "mail.title"],
    ["retention", "retention", "retention.title"],
    ["examination", "examination", "administration.examination"],
  ],
  catalog: [
    ["catalog", "catalog", "catalog_admin.title"],
    ["lists", "choice_lists", "choice_lists.title"],
    ["help", "help", "help.admin.title"],
  ],
  people: [
    ["people", "people", "people.title"],
    ["teams", "teams", "teams.title"],
    ["organisations", "organisations", "organisations.title"],
    ["erasures", "erasures", "erasures.title"],
  ],
  support: [
    ["tags", "tags", "tags.title"],
    ["canned-replies", "canned_replies", "canned_replies.title"],
    ["views", "views", "views.title"],
  ],
} as const;

/** Each page with what it is for and further words that it is found by. */
export const adminLinks = (t: Translator) =>
  (["desk", "catalog", "people", "support"] as const).map(group => ({
    label: t(`administration.group.${group}`),
    links: groups[group].map(([path, name, title]) => ({
      href: `/admin/${path}`,
      label: t(title),
      about: t(`administration.about.${name}`),
      words: t(`administration.words.${name}`),
    })),
  }));

export type AdminGroup = ReturnType<typeof adminLinks>[number];
export type AdminLink = AdminGroup["links"][number];
