"use server";

import { setHistoryOrder } from "@/lib/accounts/history-order";
import { assignRequest, claimRequest } from "@/lib/desk/assignment";
import { answerInput, assignInput, claimInput } from "@/lib/desk/input";
import { replyAsAgent } from "@/lib/desk/reply";
import { signedInAction } from "@/lib/entry/action";
import { editComment } from "@/lib/requests/edits";
import { editInput, moveInput, orderInput } from "@/lib/requests/input";
import { moveRequest } from "@/lib/requests/move";
import { invitationInput, leaveInput, removeInput, shareInput } from "@/lib/sharing/input";
import { countInvitations } from "@/lib/sharing/invite";
import { leaveRequest, removeParticipant } from "@/lib/sharing/participants";
import { sendInvitationAgain, shareRequest, withdrawInvitation } from "@/lib/sharing/share";

const backTo = (_: unknown, { reference }: { reference: string }) => `/agent/requests/${reference}`;
const toLatest = (_: unknown, { reference }: { reference: string }) => `/agent/requests/${reference}#latest`;

export const answer = signedInAction({ input: answerInput, command: replyAsAgent, redirectTo: toLatest });
export const move = signedInAction({ input: moveInput, command: moveRequest, redirectTo: toLatest });
export const claim = signedInAction({
  input: claimInput,
  command: claimRequest,
  redirectTo: backTo,
  staysOnPage: true,
});
export const assign = signedInAction({
  input: assignInput,
  command: assignRequest,
  redirectTo: backTo,
  staysOnPage: true,
});
export const edit = signedInAction({
  input: editInput,
  command: editComment,
  redirectTo: (entry, { reference }) => `/agent/requests/${reference}?entry=${entry}#entry-${entry}`,
});
export const order = signedInAction({
  input: orderInput,
  command: setHistoryOrder,
  staysOnPage: true,
  redirectTo: (_, { reference, history }) =>
    `/agent/requests/${encodeURIComponent(reference)}${history === "comments" ? "?history=comments" : ""}#history`,
});

const toPeople =
  (told: string) =>
  (_: unknown, { reference }: { reference: string }) =>
    `/agent/requests/${encodeURIComponent(reference)}?people=${told}#people`;

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
export const leave = signedInAction({ input: leaveInput, command: leaveRequest, redirectTo: () => "/agent" });
