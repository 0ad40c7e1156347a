import type { Translator } from "@/lib/messages/translate";

/** The pages of administration, each with what it is for and further words that it is found by. */
export const adminLinks = (t: Translator) => [
  {
    href: "/admin/settings",
    label: t("settings.title"),
    about: t("administration.about.settings"),
    words: t("administration.words.settings"),
  },
  {
    href: "/admin/catalog",
    label: t("catalog_admin.title"),
    about: t("administration.about.catalog"),
    words: t("administration.words.catalog"),
  },
  {
    href: "/admin/lists",
    label: t("choice_lists.title"),
    about: t("administration.about.choice_lists"),
    words: t("administration.words.choice_lists"),
  },
  {
    href: "/admin/people",
    label: t("people.title"),
    about: t("administration.about.people"),
    words: t("administration.words.people"),
  },
  {
    href: "/admin/teams",
    label: t("teams.title"),
    about: t("administration.about.teams"),
    words: t("administration.words.teams"),
  },
  {
    href: "/admin/organisations",
    label: t("organisations.title"),
    about: t("administration.about.organisations"),
    words: t("administration.words.organisations"),
  },
  {
    href: "/admin/mail",
    label: t("mail.title"),
    about: t("administration.about.mail"),
    words: t("administration.words.mail"),
  },
  {
    href: "/admin/tags",
    label: t("tags.title"),
    about: t("administration.about.tags"),
    words: t("administration.words.tags"),
  },
  {
    href: "/admin/canned-replies",
    label: t("canned_replies.title"),
    about: t("administration.about.canned_replies"),
    words: t("administration.words.canned_replies"),
  },
  {
    href: "/admin/help",
    label: t("help.admin.title"),
    about: t("administration.about.help"),
    words: t("administration.words.help"),
  },
  {
    href: "/admin/views",
    label: t("views.title"),
    about: t("administration.about.views"),
    words: t("administration.words.views"),
  },
  {
    href: "/admin/erasures",
    label: t("erasures.title"),
    about: t("administration.about.erasures"),
    words: t("administration.words.erasures"),
  },
  {
    href: "/admin/retention",
    label: t("retention.title"),
    about: t("administration.about.retention"),
    words: t("administration.words.retention"),
  },
  {
    href: "/admin/examination",
    label: t("administration.examination"),
    about: t("administration.about.examination"),
    words: t("administration.words.examination"),
  },
];

export type AdminLink = ReturnType<typeof adminLinks>[number];
