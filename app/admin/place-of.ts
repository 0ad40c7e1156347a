import type { FoundKind } from "@/lib/administration/find";
import { replyPath } from "@/lib/canned-replies/paths";
import type { ThingKind } from "@/lib/people/things";
import { viewsPath } from "@/lib/saved-views/paths";

/** On the page of settings. */
const cards: Partial<Record<string, string>> = {
  logo: "pictures",
  favicon: "pictures",
  referencePrefix: "requests",
  reopenDays: "requests",
  erasureDays: "erasing",
  agentsSee: "agents",
  undo: "agents",
  maxFileSize: "files",
  maxFilesPerDay: "files",
  signUp: "sign-up",
  signUpDomains: "sign-up",
  signUpInvited: "sign-up",
  announcement: "announcement",
  announcementFrom: "announcement",
  announcementUntil: "announcement",
  imprintLink: "links",
  privacyLink: "links",
  mailSender: "mails",
  mailFooter: "mails",
};

const places: Record<ThingKind | FoundKind, (key: string) => string> = {
  person: id => `/admin/people/${id}`,
  team: slug => `/admin/teams/${slug}`,
  organisation: slug => `/admin/organisations/${slug}`,
  tag: slug => `/admin/tags/${slug}`,
  list: slug => `/admin/lists/${slug}`,
  reply: slug => replyPath("desk", slug),
  view: () => viewsPath("desk"),
  category: slug => `/admin/catalog/categories/${slug}`,
  type: slug => `/admin/catalog/types/${slug}`,
  form: slug => `/admin/catalog/types/${slug}/form`,
  help: key => `/admin/help/${key}`,
  setting: name => `/admin/settings#${cards[name] ?? "desk"}`,
  retention: () => "/admin/retention",
};

/** Where admins look after it. */
export const placeOf = ({ kind, key }: { kind: ThingKind | FoundKind; key: string }): string =>
  places[kind](key);
