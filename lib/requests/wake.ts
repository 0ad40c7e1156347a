import "server-only";
import { system } from "../actor";
import { type Act, actAs, record } from "../events/act";
import { type EventReader, readerOf } from "../events/reader";
import type { EventData, Recorded, RequestEventType } from "../events/types";
import { isCustomerOf, standingColumns } from "./policy";

type Cause = EventData["request_woke"]["because"];

/** Ends the snooze of a request that has one. */
export async function wake(act: Act, requestId: string, because: Cause): Promise<void> {
  const { count } = await act.tx.serviceRequest.updateMany({
    where: { id: requestId, snoozedUntil: { not: null } },
    data: { snoozedUntil: null },
  });
  if (count > 0) await record(act, "request_woke", { because }, { requestId });
}

/** Whatever a customer says ends the snooze of their request at once. */
export const wakeByCustomer: EventReader = readerOf<RequestEventType>({
  comment_posted: said,
  comment_edited: said,
  request_moved: said,
  request_corrected: said,
  request_submitted: null,
  request_type_changed: null,
  agent_answers_changed: null,
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
  request_woke: null,
  note_added: null,
  reply_held_back: null,
  request_muted: null,
  request_unmuted: null,
  request_handed_over: null,
  request_left_unassigned: null,
  request_followed: null,
  request_unfollowed: null,
});

async function said(act: Act, { subject }: Recorded<RequestEventType>): Promise<void> {
  const { requestId: id } = subject;
  if (id === undefined || act.actor.kind !== "person") return;
  const request = await act.tx.serviceRequest.findFirst({
    where: { id, snoozedUntil: { not: null } },
    select: standingColumns,
  });
  if (request && isCustomerOf(act.actor, request))
    await actAs(act, system("alarm"), own => wake(own, id, "customer"));
}
