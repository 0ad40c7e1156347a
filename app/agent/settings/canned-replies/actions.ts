"use server";

import {
  archiveReply,
  changeReply,
  createReply,
  restoreReply,
  shiftReply,
} from "@/lib/canned-replies/change";
import { type Owner, repliesPath, replyPath } from "@/lib/canned-replies/paths";
import { removeTextIn, writeReplyIn } from "@/lib/canned-replies/texts";
import { signedInAction } from "@/lib/entry/action";
import {
  changeReplyForm,
  newReplyForm,
  removeTextForm,
  replyForm,
  replyTextForm,
  shiftReplyForm,
} from "@/lib/entry/canned-reply-forms";

type Sent = { of: Owner };

const after =
  (done: string) =>
  (_: unknown, { of }: Sent) =>
    `${repliesPath(of)}?done=${done}`;
const afterText =
  (done: string) =>
  (_: unknown, { of, slug }: Sent & { slug: string }) =>
    `${replyPath(of, slug)}?done=${done}`;

export const create = signedInAction({
  input: newReplyForm,
  command: (act, { of, ...words }) => createReply(act, of, words),
  redirectTo: after("created"),
});
export const change = signedInAction({
  input: changeReplyForm,
  command: changeReply,
  redirectTo: after("changed"),
});
export const archive = signedInAction({
  input: replyForm,
  command: archiveReply,
  redirectTo: after("archived"),
});
export const restore = signedInAction({
  input: replyForm,
  command: restoreReply,
  redirectTo: after("restored"),
});
export const shift = signedInAction({
  input: shiftReplyForm,
  command: shiftReply,
  staysOnPage: true,
  redirectTo: (_, { of }) => repliesPath(of),
});
export const writeText = signedInAction({
  input: replyTextForm,
  command: writeReplyIn,
  redirectTo: afterText("written"),
});
export const removeText = signedInAction({
  input: removeTextForm,
  command: removeTextIn,
  redirectTo: afterText("removed"),
});
