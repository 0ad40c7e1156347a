"use server";

import { chooseOrder } from "@/lib/accounts/order";
import { formAction } from "@/lib/entry/action";
import { shareInput } from "@/lib/entry/addresses";
import { commentOnRequest } from "@/lib/requests/comments";
import { editComment } from "@/lib/requests/edits";
import { commentInput, editInput, moveInput, muteInput, orderInput } from "@/lib/requests/input";
import { moveRequest } from "@/lib/requests/move";
import { muteRequest } from "@/lib/requests/mute";
import { invitationInput, leaveInput, removeInput } from "@/lib/sharing/input";
import { countInvitations } from "@/lib/sharing/invite";
import { leaveRequest, removeParticipant } from "@/lib/sharing/participants";
import { sendInvitationAgain, shareRequest, withdrawInvitation } from "@/lib/sharing/share";

export const comment = formAction({
  input: commentInput,
  command: commentOnRequest,
  done: (_, { reference }) => `/requests/${reference}#latest`,
});

export const move = formAction({
  input: moveInput,
  command: moveRequest,
  done: (_, { reference }) => `/requests/${reference}#latest`,
});

export const edit = formAction({
  input: editInput,
  command: editComment,
  done: (entry, { reference }) => `/requests/${reference}?entry=${entry}#entry-${entry}`,
});

export const order = formAction({
  input: orderInput,
  command: (act, { order }) => chooseOrder(act, order === "newest"),
  stays: true,
  done: (_, { reference, history }) =>
    `/requests/${encodeURIComponent(reference)}${history === "comments" ? "?history=comments" : ""}#history`,
});

export const mute = formAction({
  input: muteInput,
  command: muteRequest,
  stays: true,
  done: (_, { reference }) => `/requests/${reference}`,
});

const toPeople =
  (told: string) =>
  (_: unknown, { reference }: { reference: string }) =>
    `/requests/${encodeURIComponent(reference)}?people=${told}#people`;

export const share = formAction({
  input: shareInput,
  prepare: ({ shareWith }, actor) => countInvitations(actor, shareWith.length),
  command: shareRequest,
  done: toPeople("invited"),
});
export const sendAgain = formAction({
  input: invitationInput,
  prepare: (_, actor) => countInvitations(actor, 1),
  command: sendInvitationAgain,
  done: toPeople("again"),
});
export const withdraw = formAction({
  input: invitationInput,
  command: withdrawInvitation,
  done: toPeople("withdrawn"),
});
export const remove = formAction({
  input: removeInput,
  command: removeParticipant,
  done: toPeople("removed"),
});
export const leave = formAction({
  input: leaveInput,
  command: leaveRequest,
  done: () => "/requests?show=open",
});
