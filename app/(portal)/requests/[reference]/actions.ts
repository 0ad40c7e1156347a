"use server";

import { setHistoryOrder } from "@/lib/accounts/history-order";
import { signedInAction } from "@/lib/entry/action";
import { commentOnRequest } from "@/lib/requests/comments";
import { editComment } from "@/lib/requests/edits";
import { commentInput, editInput, moveInput, muteInput, orderInput } from "@/lib/requests/input";
import { moveRequest } from "@/lib/requests/move";
import { muteRequest } from "@/lib/requests/mute";
import { invitationInput, leaveInput, removeInput, shareInput } from "@/lib/sharing/input";
import { countInvitations } from "@/lib/sharing/invite";
import { leaveRequest, removeParticipant } from "@/lib/sharing/participants";
import { sendInvitationAgain, shareRequest, withdrawInvitation } from "@/lib/sharing/share";

export const comment = signedInAction({
  input: commentInput,
  command: commentOnRequest,
  redirectTo: (_, { reference }) => `/requests/${reference}#latest`,
});

export const move = signedInAction({
  input: moveInput,
  command: moveRequest,
  redirectTo: (_, { reference }) => `/requests/${reference}#latest`,
});

export const edit = signedInAction({
  input: editInput,
  command: editComment,
  redirectTo: (entry, { reference }) => `/requests/${reference}?entry=${entry}#entry-${entry}`,
});

export const order = signedInAction({
  input: orderInput,
  command: setHistoryOrder,
  staysOnPage: true,
  redirectTo: (_, { reference, history }) =>
    `/requests/${encodeURIComponent(reference)}${history === "comments" ? "?history=comments" : ""}#history`,
});

export const mute = signedInAction({
  input: muteInput,
  command: muteRequest,
  staysOnPage: true,
  redirectTo: (_, { reference }) => `/requests/${reference}`,
});

const toPeople =
  (told: string) =>
  (_: unknown, { reference }: { reference: string }) =>
    `/requests/${encodeURIComponent(reference)}?people=${told}#people`;

export const share = signedInAction({
  input: shareInput,
  prepare: ({ shareWith }, actor) => countInvitations(actor, shareWith.length),
  command: shareRequest,
  redirectTo: toPeople("invited"),
});
export const sendAgain = signedInAction({
  input: invitationInput,
  prepare: (_, actor) => countInvitations(actor, 1),
  command: sendInvitationAgain,
  redirectTo: toPeople("again"),
});
export const withdraw = signedInAction({
  input: invitationInput,
  command: withdrawInvitation,
  redirectTo: toPeople("withdrawn"),
});
export const remove = signedInAction({
  input: removeInput,
  command: removeParticipant,
  redirectTo: toPeople("removed"),
});
export const leave = signedInAction({
  input: leaveInput,
  command: leaveRequest,
  redirectTo: () => "/requests?show=open",
});
