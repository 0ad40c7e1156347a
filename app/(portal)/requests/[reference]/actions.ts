"use server";

import { chooseOrder } from "@/lib/accounts/order";
import { answerRequest } from "@/lib/desk/answer";
import { assignRequest, claimRequest } from "@/lib/desk/assignment";
import { answerInput, assignInput, claimInput } from "@/lib/desk/input";
import { formAction } from "@/lib/entry/action";
import { commentOnRequest } from "@/lib/requests/comments";
import { editComment } from "@/lib/requests/edits";
import { commentInput, editInput, moveInput, muteInput, orderInput } from "@/lib/requests/input";
import { moveRequest } from "@/lib/requests/move";
import { muteRequest } from "@/lib/requests/mute";
import { type RequestView, requestPath, requestViewInput } from "@/lib/requests/view";
import { invitationInput, leaveInput, removeInput, shareInput } from "@/lib/sharing/input";
import { countInvitations } from "@/lib/sharing/invite";
import { leaveRequest, removeParticipant } from "@/lib/sharing/participants";
import { sendInvitationAgain, shareRequest, withdrawInvitation } from "@/lib/sharing/share";

// The actions of a request, shared by both views of it; each form says which one it stands in, and leads back there.
const inView = { view: requestViewInput };
type Sent = { reference: string; view: RequestView };

const toRequest = (_: unknown, { reference, view }: Sent) => requestPath(reference, view);
const toLatest = (_: unknown, { reference, view }: Sent) => `${requestPath(reference, view)}#latest`;
const toPeople = (change: string) => (_: unknown, sent: Sent) =>
  `${toRequest(_, sent)}?people=${change}#people`;

export const comment = formAction({
  input: commentInput.safeExtend(inView),
  command: commentOnRequest,
  done: toLatest,
});
export const answer = formAction({
  input: answerInput.extend(inView),
  command: answerRequest,
  done: toLatest,
});
export const move = formAction({ input: moveInput.extend(inView), command: moveRequest, done: toLatest });
export const edit = formAction({
  input: editInput.extend(inView),
  command: editComment,
  done: (entry, sent) => `${toRequest(entry, sent)}?entry=${entry}#entry-${entry}`,
});

export const claim = formAction({
  input: claimInput.extend(inView),
  command: claimRequest,
  stays: true,
  done: toRequest,
});
export const assign = formAction({
  input: assignInput.extend(inView),
  command: assignRequest,
  stays: true,
  done: toRequest,
});
export const order = formAction({
  input: orderInput.extend(inView),
  command: chooseOrder,
  stays: true,
  done: (_, sent) => `${toRequest(_, sent)}${sent.history === "comments" ? "?history=comments" : ""}#history`,
});
export const mute = formAction({
  input: muteInput.extend(inView),
  command: muteRequest,
  stays: true,
  done: toRequest,
});

export const share = formAction({
  input: shareInput.extend(inView),
  prepare: ({ shareWith }, actor) => countInvitations(actor, shareWith.length),
  command: shareRequest,
  done: toPeople("invited"),
});
export const sendAgain = formAction({
  input: invitationInput.extend(inView),
  prepare: (_, actor) => countInvitations(actor, 1),
  command: sendInvitationAgain,
  done: toPeople("again"),
});
export const withdraw = formAction({
  input: invitationInput.extend(inView),
  command: withdrawInvitation,
  done: toPeople("withdrawn"),
});
export const remove = formAction({
  input: removeInput.extend(inView),
  command: removeParticipant,
  done: toPeople("removed"),
});
export const leave = formAction({
  input: leaveInput.extend(inView),
  command: leaveRequest,
  done: (_, { view }) => (view === "agent" ? "/agent" : "/requests?show=open"),
});
