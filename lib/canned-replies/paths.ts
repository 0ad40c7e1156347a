import type { Owner } from "./owner";

const lists: Record<Owner, string> = {
  person: "/agent/settings/canned-replies",
  desk: "/admin/canned-replies",
};

export const repliesPath = (owner: Owner) => lists[owner];
/** No reply has it. */
export const newReplySlug = "new";
export const newReplyPath = (owner: Owner) => `${lists[owner]}/${newReplySlug}`;
export const replyPath = (owner: Owner, slug: string) => `${lists[owner]}/${slug}`;

/** The form of a reply on its page. */
export const replyFormId = "reply";
export const newReplyPlace = `${newReplyPath("person")}#${replyFormId}`;
