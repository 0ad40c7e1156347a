import "server-only";
import type { Act } from "../events/act";
import { type EventReader, readerOf } from "../events/reader";
import type { Recorded, RequestEventType } from "../events/types";
import { isCustomerOf, standingColumns } from "./policy";

type Clocks = { lastActivityAt: Date; waitingSince: Date; deskSpokeLast: boolean };

export const firstClocks = (at: Date): Clocks => ({
  lastActivityAt: at,
  waitingSince: at,
  deskSpokeLast: false,
});

/** The only writer of the clocks that order the lists and the queue. */
export const keepClocks: EventReader = readerOf<RequestEventType>({
  request_submitted: null,
  comment_posted: commented,
  request_moved: moved,
  // Counts as activity, but does not change how long the requester has been waiting.
  request_corrected: (act, { subject }) => set(act, subject.requestId, { lastActivityAt: act.at }),
  request_type_changed: (act, { subject }) => set(act, subject.requestId, { lastActivityAt: act.at }),
  agent_answers_changed: null,
  comment_edited: null,
  follow_up_raised: null,
  invitation_sent: null,
  invitation_withdrawn: null,
  invitation_accepted: null,
  participant_removed: null,
  participant_left: null,
  privacy_changed: null,
  request_assigned: null,
  priority_set: null,
  tag_added: null,
  tag_removed: null,
  request_linked: null,
  request_unlinked: null,
  request_snoozed: null,
  request_woke: woke,
  request_handed_over: null,
  note_added: null,
  request_followed: null,
  request_unfollowed: null,
  request_left_unassigned: null,
  reply_held_back: null,
  request_muted: null,
  request_unmuted: null,
});

async function commented(act: Act, { subject }: Recorded<"comment_posted">): Promise<void> {
  const { byCustomer, deskSpokeLast } = await load(act, subject.requestId);
  await set(act, subject.requestId, {
    lastActivityAt: act.at,
    deskSpokeLast: !byCustomer,
    ...(byCustomer && deskSpokeLast && { waitingSince: act.at }),
  });
}

async function moved(act: Act, { data, subject }: Recorded<"request_moved">): Promise<void> {
  const isSaid = subject.commentId !== undefined;
  if (data.to === "waiting_for_support") return set(act, subject.requestId, firstClocks(act.at));
  const byDesk = isSaid && !(await load(act, subject.requestId)).byCustomer;
  await set(act, subject.requestId, { lastActivityAt: act.at, ...(byDesk && { deskSpokeLast: true }) });
}

/** When its time has come, the next word is the desk's, which it has put off. */
async function woke(act: Act, { data, subject }: Recorded<"request_woke">): Promise<void> {
  if (data.because !== "time") return;
  const { deskSpokeLast } = await load(act, subject.requestId);
  if (deskSpokeLast) await set(act, subject.requestId, { deskSpokeLast: false, waitingSince: act.at });
}

async function load({ tx, actor }: Act, id = "") {
  const request = await tx.serviceRequest.findUniqueOrThrow({
    where: { id },
    select: { ...standingColumns, deskSpokeLast: true },
  });
  return { byCustomer: isCustomerOf(actor, request), deskSpokeLast: request.deskSpokeLast };
}

async function set({ tx }: Act, id = "", clocks: Partial<Clocks>): Promise<void> {
  await tx.serviceRequest.updateMany({ where: { id }, data: clocks });
}
