/** Whose replies: a person's own, the whole desk's, or those of the team with this slug. */
export type Owner = "person" | "desk" | { team: string };

export const ofTeam = "team/";
/** As the forms of a reply name its owner, so that they lead back to its page. */
export const ownerField = (owner: Owner): string =>
  typeof owner === "string" ? owner : `${ofTeam}${owner.team}`;

const lists = { person: "/agent/settings/canned-replies", desk: "/admin/canned-replies" };

export const repliesPath = (owner: Owner): string =>
  typeof owner === "string" ? lists[owner] : `${lists.person}/teams/${encodeURIComponent(owner.team)}`;
/** No reply has it. */
export const newReplySlug = "new";
export const newReplyPath = (owner: Owner) => `${repliesPath(owner)}/${newReplySlug}`;
export const replyPath = (owner: Owner, slug: string) => `${repliesPath(owner)}/${slug}`;
/** The page of what it says in another language than the desk's. */
export const replyTextPath = (owner: Owner, slug: string, language: string) =>
  `${replyPath(owner, slug)}?language=${language}`;

/** The form of a reply on its page. */
export const replyFormId = "reply";
export const newReplyPlace = `${newReplyPath("person")}#${replyFormId}`;
