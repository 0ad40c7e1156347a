import type { IconName } from "@/components/ui/icon";
import type { Translator } from "@/lib/messages/translate";

/** The pages of administration, by what they have in common. */
const pages = [
  { group: "desk", name: "settings", icon: "settings", label: "settings.title" },
  { group: "desk", name: "mail", icon: "mail", label: "mail.title" },
  { group: "desk", name: "examination", icon: "shield-check", label: "administration.examination" },
  { group: "offer", name: "catalog", icon: "inbox", label: "catalog_admin.title" },
  { group: "offer", name: "choice_lists", path: "lists", icon: "list-checks", label: "choice_lists.title" },
  { group: "offer", name: "help", icon: "life-buoy", label: "help.admin.title" },
  { group: "people", name: "people", icon: "user", label: "people.title" },
  { group: "people", name: "teams", icon: "headset", label: "teams.title" },
  { group: "people", name: "organisations", icon: "users", label: "organisations.title" },
  { group: "work", name: "tags", icon: "tag", label: "tags.title" },
  {
    ...({ group: "work", name: "canned_replies", path: "canned-replies" } as const),
    ...({ icon: "message-square", label: "canned_replies.title" } as const),
  },
  { group: "work", name: "views", icon: "bookmark", label: "views.title" },
  { group: "data", name: "erasures", icon: "x", label: "erasures.title" },
  { group: "data", name: "retention", icon: "clock", label: "retention.title" },
] as const satisfies { group: string; name: string; path?: string; icon: IconName; label: string }[];

/** Each with what it is for and further words that it is found by. */
export const adminLinks = (t: Translator) =>
  pages.map(({ group, name, icon, label, ...page }) => ({
    group,
    href: `/admin/${"path" in page ? page.path : name}`,
    icon,
    label: t(label),
    about: t(`administration.about.${name}`),
    words: t(`administration.words.${name}`),
  }));

export type AdminLink = ReturnType<typeof adminLinks>[number];
