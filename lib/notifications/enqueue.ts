import "server-only";
import type { Act } from "../events/act";
import type { EventType, RecordedEvent } from "../events/types";
import { tellNewPassword, tellPasswordLink, tellSignUp } from "./account-mails";
import { mailHeaders } from "./headers";
import { type Draft, type Reader, tellNobody } from "./reader";
import { tellAssignment, tellComment, tellMove, tellSubmission } from "./request-mails";

const readers: { [T in EventType]: Reader<T> } = {
  sign_up_asked: tellSignUp,
  signed_up: tellNobody,
  person_created: tellNobody,
  person_suspended: tellNobody,
  person_restored: tellNobody,
  password_link_asked: tellPasswordLink,
  password_set: tellNewPassword,
  request_submitted: tellSubmission,
  comment_posted: tellComment,
  request_moved: tellMove,
  note_added: tellNobody,
  request_assigned: tellAssignment,
};

/** Tries per mail: with the queue's growing pauses the last one comes about ten hours after the first. */
export const deliveryTries = 11;

/** Turns what the action recorded into deliveries, in the action's own transaction, and hands them to the queue. */
export async function enqueueDeliveries(act: Act): Promise<void> {
  for (const event of act.recorded) {
    const read = readers[event.type] as (act: Act, event: RecordedEvent) => Promise<Draft[]>;
    for (const draft of await read(act, event)) await enqueue(act, event, draft);
  }
}

async function enqueue(act: Act, event: RecordedEvent, draft: Draft): Promise<void> {
  const requestId = event.subject.requestId ?? null;
  const { id } = await act.tx.delivery.create({
    data: { ...draft, eventId: event.id, requestId, headers: mailHeaders(requestId), createdAt: act.at },
    select: { id: true },
  });
  await act.tx.$executeRaw`
    select graphile_worker.add_job('deliver', json_build_object('id', ${id}::text),
      job_key => ${id}::text, max_attempts => ${deliveryTries}::int)`;
}
