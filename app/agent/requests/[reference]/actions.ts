"use server";

import { chooseOrder } from "@/lib/accounts/order";
import { answerRequest } from "@/lib/desk/answer";
import { assignRequest, claimRequest } from "@/lib/desk/assignment";
import { answerInput, assignInput, claimInput } from "@/lib/desk/input";
import { formAction } from "@/lib/entry/action";
import { shareInput } from "@/lib/entry/addresses";
import { editComment } from "@/lib/requests/edits";
import { editInput, moveInput, orderInput } from "@/lib/requests/input";
import { moveRequest } from "@/lib/requests/move";
import { invitationInput, leaveInput, removeInput } from "@/lib/sharing/input";
import { countInvitations } from "@/lib/sharing/invite";
import { leaveRequest, removeParticipant } from "@/lib/sharing/participants";
import { sendInvitationAgain, shareRequest, withdrawInvitation } from "@/lib/sharing/share";

const backTo = (_: unknown, { reference }: { reference: string }) => `/agent/requests/${reference}`;
const toLatest = (_: unknown, { reference }: { reference: string }) => `/agent/requests/${reference}#latest`;

export const answer = formAction({ input: answerInput, command: answerRequest, done: toLatest });
export const move = formAction({ input: moveInput, command: moveRequest, done: toLatest });
export const claim = formAction({ input: claimInput, command: claimRequest, done: backTo, stays: true });
export const assign = formAction({ input: assignInput, command: assignRequest, done: backTo, stays: true });
export const edit = formAction({
  input: editInput,
  command: editComment,
  done: (entry, { reference }) => `/agent/requests/${reference}?entry=${entry}#entry-${entry}`,
});
export const order = formAction({
  input: orderInput,
  command: (act, { order }) => chooseOrder(act, order === "newest"),
  stays: true,
  done: (_, { reference, history }) =>
    `/agent/requests/${encodeURIComponent(reference)}${history === "comments" ? "?history=comments" : ""}#history`,
});

const toPeople =
  (told: string) =>
  (_: unknown, { reference }: { reference: string }) =>
    `/agent/requests/${encodeURIComponent(reference)}?people=${told}#people`;

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
export const leave = formAction({ input: leaveInput, command: leaveRequest, done: () => "/agent" });
