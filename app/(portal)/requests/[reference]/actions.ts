"use server";

import { setHistoryOrder } from "@/lib/accounts/history-order";
import { assignRequest, claimRequest } from "@/lib/desk/assignment";
import { handOverRequest } from "@/lib/desk/handover";
import { claimInput, priorityInput, tagRequestInput, unlinkInput, wakeInput } from "@/lib/desk/input";
import { unlinkRequest } from "@/lib/desk/linking";
import { setPriority } from "@/lib/desk/priority";
import { wakeRequest } from "@/lib/desk/snooze";
import { tagByName, untagRequest } from "@/lib/desk/tagging";
import { signedInAction } from "@/lib/entry/action";
import { shareInput } from "@/lib/entry/addresses";
import {
  type AssignForm,
  afterAnswer,
  answerForm,
  assignForm,
  followForm,
  handOverForm,
  tagForm,
  whileSeen,
} from "@/lib/entry/desk-forms";
import { isToWait, takeAnswer } from "@/lib/entry/due-replies";
import { goingOn, nextOf, onwardForm, pathInQueue, pathOfGone } from "@/lib/entry/onward";
import { muteForm, orderForm, privacyForm, requestViewInput } from "@/lib/entry/request-forms";
import { sendSnooze, snoozeForm } from "@/lib/entry/snooze-forms";
import { commentOnRequest } from "@/lib/requests/comments";
import { editComment } from "@/lib/requests/edits";
import { followRequest } from "@/lib/requests/following";
import { commentInput, editInput, type MoveInput, moveInput } from "@/lib/requests/input";
import { moveRequest } from "@/lib/requests/move";
import { muteRequest } from "@/lib/requests/mute";
import { setPrivacy } from "@/lib/requests/privacy";
import { type RequestView, requestPath } from "@/lib/requests/view";
import { invitationInput, leaveInput, removeInput } from "@/lib/sharing/input";
import { countInvitations } from "@/lib/sharing/invite";
import { leaveRequest, removeParticipant } from "@/lib/sharing/participants";
import { sendInvitationAgain, shareRequest, withdrawInvitation } from "@/lib/sharing/share";

// Both views of a request share these actions. Each form sends its view, and the action redirects back to it.
const inView = { view: requestViewInput };
const inList = { ...inView, ...onwardForm };
type Sent = { reference: string; view: RequestView; queue?: string | undefined };

const toRequest = (_: unknown, { reference, view, queue }: Sent) =>
  view === "agent" ? pathInQueue({ reference, queue }) : requestPath(reference, view);
/** Back to the request, or to the queue where the change has taken the request out of its agent's sight. */
const toRequestIfSeen = (isSeen: boolean, sent: Sent) =>
  isSeen ? toRequest(isSeen, sent) : pathOfGone(sent);
const toLatest = (_: unknown, sent: Sent) => `${toRequest(_, sent)}#latest`;
const toPeople = (change: string) => (_: unknown, sent: Sent) =>
  `${toRequest(_, sent)}?people=${change}#people`;

export const comment = signedInAction({
  input: commentInput.safeExtend(inView),
  command: commentOnRequest,
  redirectTo: toLatest,
});
export const answer = signedInAction({
  input: answerForm.extend(inView),
  prepare: async (sent, actor) => ({
    next: sent.after === "next" ? await nextOf(sent, actor) : undefined,
    waits: await isToWait(sent, actor),
  }),
  command: async (act, sent, { next, waits }) => ({ next, ...(await takeAnswer(act, sent, waits)) }),
  redirectTo: ({ next, ...outcome }, sent) => afterAnswer({ ...sent, next }, outcome),
});
export const move = signedInAction({
  input: moveInput.extend(inList),
  ...goingOn(({ move }: MoveInput) => move === "start"),
  command: (act, sent) => moveRequest(act, sent),
  redirectTo: toLatest,
});
export const edit = signedInAction({
  input: editInput.extend(inView),
  command: editComment,
  redirectTo: (entry, sent) => `${toRequest(entry, sent)}?entry=${entry}#entry-${entry}`,
});

/** Whoever claims a request stays with it, whatever list it leaves by that. */
export const claim = signedInAction({
  input: claimInput.extend(inList),
  command: claimRequest,
  staysOnPage: true,
  redirectTo: toRequest,
});
export const assign = signedInAction({
  input: assignForm.extend(inList),
  ...goingOn(({ to }: AssignForm, { id }) => to === id),
  command: whileSeen(assignRequest),
  staysOnPage: isSeen => isSeen,
  redirectTo: toRequestIfSeen,
});
export const handOver = signedInAction({
  input: handOverForm.extend(inList),
  ...goingOn(),
  command: whileSeen(handOverRequest),
  staysOnPage: isSeen => isSeen,
  redirectTo: toRequestIfSeen,
});
export const follow = signedInAction({
  input: followForm.extend(inList),
  ...goingOn(),
  command: followRequest,
  staysOnPage: true,
  redirectTo: toRequest,
});
export const prioritise = signedInAction({
  input: priorityInput.extend(inList),
  ...goingOn(),
  command: setPriority,
  staysOnPage: true,
  redirectTo: toRequest,
});
export const tag = signedInAction({
  input: tagForm.extend(inList),
  ...goingOn(),
  command: tagByName,
  staysOnPage: true,
  redirectTo: toRequest,
});
export const untag = signedInAction({
  input: tagRequestInput.extend(inList),
  ...goingOn(),
  command: untagRequest,
  staysOnPage: true,
  redirectTo: toRequest,
});
export const unlink = signedInAction({
  input: unlinkInput.extend(inList),
  ...goingOn(),
  command: unlinkRequest,
  staysOnPage: true,
  redirectTo: toRequest,
});
export const snooze = signedInAction({
  input: snoozeForm.extend(inList),
  ...goingOn(),
  command: sendSnooze,
  staysOnPage: true,
  redirectTo: toRequest,
});
export const wake = signedInAction({
  input: wakeInput.extend(inList),
  ...goingOn(),
  command: wakeRequest,
  staysOnPage: true,
  redirectTo: toRequest,
});
export const order = signedInAction({
  input: orderForm.extend(inView),
  command: (act, { order }) => setHistoryOrder(act, order === "newest"),
  staysOnPage: true,
  redirectTo: (_, sent) =>
    `${toRequest(_, sent)}${sent.history === "comments" ? "?history=comments" : ""}#history`,
});
export const mute = signedInAction({
  input: muteForm.extend(inView),
  command: muteRequest,
  staysOnPage: true,
  redirectTo: toRequest,
});

export const privacy = signedInAction({
  input: privacyForm.extend(inView),
  command: setPrivacy,
  staysOnPage: true,
  redirectTo: (_, sent) => `${toRequest(_, sent)}#audience`,
});

export const share = signedInAction({
  input: shareInput.extend(inView),
  prepare: ({ shareWith }, actor) => countInvitations(actor, shareWith.length),
  command: shareRequest,
  redirectTo: toPeople("invited"),
});
export const sendAgain = signedInAction({
  input: invitationInput.extend(inView),
  prepare: (_, actor) => countInvitations(actor, 1),
  command: sendInvitationAgain,
  redirectTo: toPeople("again"),
});
export const withdraw = signedInAction({
  input: invitationInput.extend(inView),
  command: withdrawInvitation,
  redirectTo: toPeople("withdrawn"),
});
export const remove = signedInAction({
  input: removeInput.extend(inView),
  command: removeParticipant,
  redirectTo: toPeople("removed"),
});
export const leave = signedInAction({
  input: leaveInput.extend(inView),
  command: leaveRequest,
  redirectTo: (_, { view }) => (view === "agent" ? "/agent" : "/requests?show=open"),
});
