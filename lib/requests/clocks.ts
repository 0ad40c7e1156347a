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
  comment_edited: null,
  follow_up_raised: null,
  invitation_sent: null,
  invitation_withdrawn: null,
  invitation_accepted: null,
  participant_removed: null,
  participant_left: null,
  privacy_changed: null,
  request_assigned: null,
  note_added: null,
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
