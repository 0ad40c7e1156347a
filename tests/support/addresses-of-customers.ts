import { globSync } from "node:fs";
import { agentsType, askedType, draftedType } from "./internal-catalog";

/** Every page and route of `app`, as the address that it answers. */
export const addressesInApp = (): string[] =>
  globSync(["app/**/page.tsx", "app/**/route.{ts,tsx}"])
    .map(path => path.replaceAll("\\", "/").replace(/^app|\/\([^)]*\)|\/(page\.tsx|route\.tsx?)$/g, ""))
    .map(path => path || "/")
    .sort();

export type Planted = {
  reference: string;
  organisation: string;
  formId: string;
  other: string;
  runId: string;
  mailId: string;
  personId: string;
  file: string;
  noteFile: string;
  article: string;
};

/** Why something that customers can open is not walked. */
export type Left = `left: ${string}`;

const secret = "left: behind a secret of one person, and about their account alone";
const mailbox = "left: all mails of a desk that is tried out, which a desk with a mail server does not keep";
const listWords = "columns=priority&columns=tags&columns=team&columns=assignee&sort=priority.asc";
const narrowed = "team=kestrelteamname&tags=kestreltagname&priority=urgent&assignee=me&view=kestrelviewname";
const searches = [
  "kestrel",
  "kestrelnotebody",
  "kestrl",
  "only+for+us",
  "tag:kestreltagname",
  "priority:urgent",
];

/** What customers can open, with all that they could put behind it; those of agents and admins fill in by themselves. */
export const addressesOfCustomers = (planted: Planted): Record<string, string[] | Left> => {
  const { reference, other, organisation, formId, personId, article } = planted;
  const list = (path: string) => [
    path,
    `${path}?show=all&${listWords}`,
    `${path}?show=all&${narrowed}`,
    ...searches.map(words => `${path}?show=all&q=${words}`),
  ];
  return {
    "/": ["/", `/?follows=${reference}`, ...searches.map(words => `/?q=${words}`)],
    "/[...missing]": ["/no/such/page", "/kestrelteamname"],
    "/api/auth/[...nextauth]": ["/api/auth/session", "/api/auth/csrf", "/api/auth/providers"],
    "/api/canned-replies": [`/api/canned-replies?request=${reference}`],
    "/api/customers": ["/api/customers?q=kestrel", "/api/customers?q=people.test"],
    "/api/drafts": ["/api/drafts", `/api/drafts?place=/agent/requests/${reference}%23answer`],
    "/api/drafts/afresh": ["/api/drafts/afresh"],
    "/api/files": ["/api/files"],
    "/api/files/[id]": [planted.file, planted.noteFile, other].map(id => `/api/files/${id}`),
    "/api/health": ["/api/health"],
    "/api/help": searches.map(words => `/api/help?q=${words}`),
    "/api/help/answered": ["/api/help/answered"],
    "/api/jobs": ["/api/jobs"],
    "/api/live": "left: a stream, which the test of streams reads",
    "/api/live/now": [reference, other]
      .map(one => `/api/live/now?request=${one}`)
      .concat(["own", "ours", "queue"].map(one => `/api/live/now?list=${one}`)),
    "/api/mail/resend": ["/api/mail/resend"],
    "/api/mute/[token]": [`/api/mute/${personId}`],
    "/api/notices": ["/api/notices", "/api/notices?after=0"],
    "/api/notices/panel": ["/api/notices/panel"],
    "/api/organisations": searches.map(words => `/api/organisations?q=${words}`),
    "/api/pictures/[name]": ["/api/pictures/logo.png"],
    "/api/presence": [`/api/presence?rows=${reference}`, `/api/presence?request=${reference}`],
    "/api/queue": [`/api/queue?list=&told=${reference},${other}&counts=yes&texts=yes`],
    "/api/search": searches.map(words => `/api/search?q=${words}`),
    "/api/search/operators": ["/api/search/operators"],
    "/catalog/[type]": [askedType, agentsType, draftedType]
      .map(type => `/catalog/${type}`)
      .concat(`/catalog/${askedType}?follows=${reference}`),
    "/catalog/[type]/conditions.css": [askedType, agentsType, draftedType].map(
      type => `/catalog/${type}/conditions.css?form=${formId}&for=raise`,
    ),
    "/deleted/[reference]": [reference, other].map(one => `/deleted/${one}`),
    "/help": ["/help", ...searches.map(words => `/help?q=${words}`)],
    "/help/[slug]": [article, "kestrelhelptitle"].map(slug => `/help/${slug}`),
    "/icons.svg": ["/icons.svg"],
    "/invitations": ["/invitations"],
    "/invitations/[token]": secret,
    "/join": ["/join"],
    "/join/[token]": secret,
    "/language/[tag]": "left: leads back to where it was chosen",
    "/log-in": ["/log-in"],
    "/log-in/[token]": secret,
    "/mailbox": mailbox,
    "/mailbox/[id]": mailbox,
    "/mailbox/[id]/html": mailbox,
    "/mark.svg": ["/mark.svg"],
    "/mute": ["/mute"],
    "/mute/[token]": secret,
    "/notifications": ["/notifications", "/notifications?before=999999"],
    "/ours/[organisation]": list(`/ours/${organisation}`).concat("/ours/kestrelorganisationname"),
    "/ours/[organisation]/export.csv": [
      ...list(`/ours/${organisation}/export.csv`),
      "/ours/kestrelorganisationname/export.csv",
    ],
    "/requests": list("/requests"),
    "/requests/[reference]": [
      ...[`/requests/${reference}`, `/requests/${reference}?history=all`, `/requests/${other}`],
      ...["order=newest", "entry=1", "history=all&entry=1"].map(rest => `/requests/${reference}?${rest}`),
    ],
    "/requests/[reference]/correct": [reference, other].map(one => `/requests/${one}/correct`),
    "/requests/[reference]/received": [reference, other].map(one => `/requests/${one}/received`),
    "/requests/export.csv": list("/requests/export.csv"),
    "/reset": ["/reset"],
    "/set-password": ["/set-password"],
    "/set-password/[token]": secret,
    "/settings": ["/settings"],
    "/settings/data": ["/settings/data"],
    "/settings/data/export": ["/settings/data/export"],
    "/settings/email": ["/settings/email"],
    "/settings/email/[token]": secret,
    "/settings/keyboard": ["/settings/keyboard"],
    "/settings/notifications": ["/settings/notifications"],
    "/settings/password": ["/settings/password"],
    "/setup": ["/setup"],
    "/setup/[token]": secret,
    "/sign-in": ["/sign-in", `/sign-in?next=/agent/requests/${reference}`],
    "/sign-up": ["/sign-up"],
    "/sign-up/confirm": ["/sign-up/confirm"],
    "/sign-up/confirm/[token]": secret,
    "/sign-up/finish": ["/sign-up/finish"],
    "/switched": ["/switched"],
    "/trouble": ["/trouble"],
  };
};

const slugs: [under: string, slug: string][] = [
  ["/admin/teams/", "kestrelteamname"],
  ["/admin/tags/", "kestreltagname"],
  ["/admin/organisations/", "kestrelorganisationname"],
  ["/admin/catalog/categories/", "kestrelcategoryname"],
  ["/admin/catalog/types/", draftedType],
  ["/admin/help/", "kestrelhelptitle"],
  ["", "kestrelreplyname"],
];

/** One of agents or admins, with the canaries' own names in it. */
export function addressOfDesk(address: string, planted: Planted): string {
  const { reference, runId, mailId, personId, formId } = planted;
  const id = address.includes("/bulk/") ? runId : address.includes("/mail/") ? mailId : personId;
  const slug = slugs.find(([under]) => address.startsWith(under))?.[1] ?? "";
  const path = address
    .replace("[reference]", reference)
    .replace("[slug]", slug)
    .replace("[team]", "kestrelteamname")
    .replace("[type]", askedType)
    .replace("[language]", "en")
    .replace("[id]", id);
  return path.endsWith(".css") ? `${path}?form=${formId}&for=correct` : path;
}
