"use server";

import {
  archiveReply,
  changeReply,
  createReply,
  restoreReply,
  shiftReply,
} from "@/lib/canned-replies/change";
import { changeReplyInput, replyInput, shiftReplyInput, wordsOfReplyInput } from "@/lib/canned-replies/input";
import { repliesPath } from "@/lib/canned-replies/paths";
import { signedInAction } from "@/lib/entry/action";

const after = (done: string) => () => `${repliesPath("person")}?done=${done}`;

export const create = signedInAction({
  input: wordsOfReplyInput,
  command: (act, input) => createReply(act, "person", input),
  redirectTo: after("created"),
});
export const change = signedInAction({
  input: changeReplyInput,
  command: changeReply,
  redirectTo: after("changed"),
});
export const archive = signedInAction({
  input: replyInput,
  command: archiveReply,
  redirectTo: after("archived"),
});
export const restore = signedInAction({
  input: replyInput,
  command: restoreReply,
  redirectTo: after("restored"),
});
export const shift = signedInAction({
  input: shiftReplyInput,
  command: shiftReply,
  staysOnPage: true,
  redirectTo: () => repliesPath("person"),
});
