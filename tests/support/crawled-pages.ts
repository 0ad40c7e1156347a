import { actionNames } from "@/lib/actions/table";
import { addNote } from "@/lib/desk/notes";
import { anOrder, carryOut } from "./bulk-runs";
import { aReply } from "./canned-replies";
import { aCategory, aType } from "./catalog";
import { aList } from "./choice-lists";
import { aCustomer, anAdmin, anAgent, aRequest, run as runAs } from "./factories";
import { aHelpArticle } from "./help";
import { anOrganisation } from "./organisations";
import { aTag } from "./tags";
import { aTeam } from "./teams";

/** What addresses name. */
type World = Awaited<ReturnType<typeof aWorld>>;
type Reader = "stranger" | "customer" | "agent" | "admin";
type Crawled = { by: Reader; at: (world: World) => string | string[] };
type LeftOut = { why: string };

export async function aWorld() {
  const [customer, agent, admin] = [await aCustomer(), await anAgent(), await anAdmin()];
  const reference = await aRequest({ by: customer });
  await runAs(agent, act => addNote(act, { reference, body: "What only agents read." }));
  const run = await anOrder(agent, "resolve", [await aRequest({ by: customer })], { resolution: "done" });
  await carryOut(run);
  const [type, category] = [await aType(), await aCategory()];
  const team = await aTeam({ leads: [agent] });
  const organisation = await anOrganisation({ managers: [customer] });
  const article = await aHelpArticle();
  const reply = async (wishes: Parameters<typeof aReply>[0]) => (await aReply(wishes)).slug;
  return {
    ...{ customer, agent, admin, reference, run, type, category, team, organisation, article },
    tag: await aTag(),
    list: await aList(),
    reply: await reply({}),
    ownReply: await reply({ by: agent }),
    teamReply: await reply({ by: agent, team }),
  };
}

const by =
  (reader: Reader) =>
  (at: string | string[] | ((world: World) => string | string[])): Crawled => ({
    by: reader,
    at: typeof at === "function" ? at : () => at,
  });
const [stranger, customer, agent, admin] = [by("stranger"), by("customer"), by("agent"), by("admin")];
const leftOut = (why: string): LeftOut => ({ why });

const form = ({ type }: World) => `/admin/catalog/types/${type}/form`;

/** Every page of app/, and where it is read; or why it is not. */
export const crawledPages: Record<string, Crawled | LeftOut> = {
  "(auth)/invitations": stranger("/invitations"),
  "(auth)/join": stranger("/join"),
  "(auth)/log-in": stranger("/log-in"),
  "(auth)/mute": stranger("/mute"),
  "(auth)/reset": stranger("/reset"),
  "(auth)/set-password": stranger("/set-password"),
  "(auth)/sign-in": stranger("/sign-in"),
  "(auth)/sign-up": stranger("/sign-up"),
  "(auth)/sign-up/confirm": stranger("/sign-up/confirm"),
  "(auth)/sign-up/finish": stranger("/sign-up/finish"),
  "(auth)/switched": customer("/switched"),
  "(portal)": stranger("/"),
  "(portal)/[...missing]": leftOut("answers 404, which the console of a browser complains about"),
  "(portal)/catalog/[type]": customer(({ type }) => `/catalog/${type}`),
  "(portal)/deleted/[reference]": leftOut("of a request that is deleted; trouble.spec.ts"),
  "(portal)/help": stranger("/help"),
  "(portal)/help/[slug]": stranger(({ article }) => `/help/${article.slug}`),
  "(portal)/mailbox": leftOut("only there with MAIL_TRANSPORT=local"),
  "(portal)/mailbox/[id]": leftOut("only there with MAIL_TRANSPORT=local"),
  "(portal)/notifications": customer("/notifications"),
  "(portal)/ours/[organisation]": customer(({ organisation }) => `/ours/${organisation}`),
  "(portal)/requests": customer("/requests"),
  "(portal)/requests/[reference]": customer(({ reference }) => `/requests/${reference}`),
  "(portal)/requests/[reference]/correct": customer(({ reference }) => `/requests/${reference}/correct`),
  "(portal)/requests/[reference]/received": customer(({ reference }) => `/requests/${reference}/received`),
  "(portal)/settings": customer("/settings"),
  "(portal)/settings/data": customer("/settings/data"),
  "(portal)/settings/email": customer("/settings/email"),
  "(portal)/settings/keyboard": agent("/settings/keyboard"),
  "(portal)/settings/notifications": customer("/settings/notifications"),
  "(portal)/settings/password": customer("/settings/password"),
  "(preview)/admin/catalog/types/[slug]/form/preview": admin(world => `${form(world)}/preview`),
  admin: admin("/admin"),
  "admin/canned-replies": admin("/admin/canned-replies"),
  "admin/canned-replies/[slug]": admin(({ reply }) => `/admin/canned-replies/${reply}`),
  "admin/catalog": admin("/admin/catalog"),
  "admin/catalog/categories/[slug]": admin(({ category }) => `/admin/catalog/categories/${category}`),
  "admin/catalog/categories/[slug]/translations": admin(
    ({ category }) => `/admin/catalog/categories/${category}/translations`,
  ),
  "admin/catalog/types/[slug]": admin(({ type }) => `/admin/catalog/types/${type}`),
  "admin/catalog/types/[slug]/form": admin(form),
  "admin/catalog/types/[slug]/form/publish": admin(world => `${form(world)}/publish`),
  "admin/catalog/types/[slug]/form/translations": admin(world => `${form(world)}/translations`),
  "admin/catalog/types/[slug]/translations": admin(({ type }) => `/admin/catalog/types/${type}/translations`),
  "admin/erasures": admin("/admin/erasures"),
  "admin/examination": admin("/admin/examination"),
  "admin/help": admin("/admin/help"),
  "admin/help/[slug]/[language]": admin(({ article }) => `/admin/help/${article.slug}/en`),
  "admin/help/[slug]/[language]/feedback": admin(({ article }) => `/admin/help/${article.slug}/en/feedback`),
  "admin/help/new": admin("/admin/help/new"),
  "admin/lists": admin("/admin/lists"),
  "admin/lists/[slug]": admin(({ list }) => `/admin/lists/${list}`),
  "admin/lists/[slug]/translations": admin(({ list }) => `/admin/lists/${list}/translations`),
  "admin/mail": admin("/admin/mail"),
  "admin/organisations": admin("/admin/organisations"),
  "admin/organisations/[slug]": admin(({ organisation }) => `/admin/organisations/${organisation}`),
  "admin/people": admin("/admin/people"),
  "admin/people/[id]": admin(({ customer }) => `/admin/people/${customer.id}`),
  "admin/people/[id]/erase": admin(({ customer }) => `/admin/people/${customer.id}/erase`),
  "admin/people/invitations": admin("/admin/people/invitations"),
  "admin/people/invitations/list": admin("/admin/people/invitations/list"),
  "admin/retention": admin("/admin/retention"),
  "admin/settings": admin("/admin/settings"),
  "admin/tags": admin("/admin/tags"),
  "admin/tags/[slug]": admin(({ tag }) => `/admin/tags/${tag}`),
  "admin/teams": admin("/admin/teams"),
  "admin/teams/[slug]": admin(({ team }) => `/admin/teams/${team}`),
  "admin/views": admin("/admin/views"),
  agent: agent("/agent"),
  "agent/bulk": agent(({ reference }) => [
    "/agent/bulk",
    ...actionNames.map(action => `/agent/bulk?do=${action}&r=${reference}`),
  ]),
  "agent/bulk/[id]": agent(({ run }) => `/agent/bulk/${run}`),
  "agent/mail": leftOut("only there once mails are answered by mail; reply-by-mail.spec.ts"),
  "agent/mail/[id]": leftOut("only there once mails are answered by mail; reply-by-mail.spec.ts"),
  "agent/new": agent("/agent/new"),
  "agent/new/[type]": agent(({ type, customer }) => `/agent/new/${type}?for=${customer.id}`),
  "agent/requests/[reference]": agent(({ reference }) => `/agent/requests/${reference}`),
  "agent/requests/[reference]/correct": agent(({ reference }) => `/agent/requests/${reference}/correct`),
  "agent/requests/[reference]/link": agent(({ reference }) => `/agent/requests/${reference}/link`),
  "agent/requests/[reference]/type": agent(({ reference }) => `/agent/requests/${reference}/type`),
  "agent/settings/away": agent("/agent/settings/away"),
  "agent/settings/canned-replies": agent("/agent/settings/canned-replies"),
  "agent/settings/canned-replies/[slug]": agent(
    ({ ownReply }) => `/agent/settings/canned-replies/${ownReply}`,
  ),
  "agent/settings/canned-replies/teams/[team]": agent(
    ({ team }) => `/agent/settings/canned-replies/teams/${team}`,
  ),
  "agent/settings/canned-replies/teams/[team]/[slug]": agent(
    ({ team, teamReply }) => `/agent/settings/canned-replies/teams/${team}/${teamReply}`,
  ),
  "agent/settings/notifications": agent("/agent/settings/notifications"),
  "agent/settings/views": agent("/agent/settings/views"),
  "agent/settings/writing": agent("/agent/settings/writing"),
  setup: leftOut("only there on a new desk; first-run.spec.ts"),
};
