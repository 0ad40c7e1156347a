import "server-only";
import type { Act } from "../events/act";
import type { EventType, RecordedEvent } from "../events/types";
import { tellNewPassword, tellPasswordLink, tellSignUp, tellTestMail } from "./account-mails";
import { mailHeaders } from "./headers";
import { type Draft, type Reader, tellNobody } from "./reader";
import { tellAssignment, tellComment, tellCorrection, tellMove, tellSubmission } from "./request-mails";

const readers: { [T in EventType]: Reader<T> } = {
  sign_up_asked: tellSignUp,
  signed_up: tellNobody,
  person_created: tellNobody,
  person_suspended: tellNobody,
  person_restored: tellNobody,
  password_link_asked: tellPasswordLink,
  password_set: tellNewPassword,
  password_changed: tellNobody,
  person_renamed: tellNobody,
  email_change_asked: tellNobody,
  email_changed: tellNobody,
  test_mail_asked: tellTestMail,
  mail_released: tellNobody,
  suppression_lifted: tellNobody,
  request_submitted: tellSubmission,
  comment_posted: tellComment,
  request_moved: tellMove,
  request_corrected: tellCorrection,
  follow_up_raised: tellNobody,
  comment_edited: tellNobody,
  invitation_sent: tellNobody,
  invitation_withdrawn: tellNobody,
  invitation_accepted: tellNobody,
  participant_removed: tellNobody,
  participant_left: tellNobody,
  request_muted: tellNobody,
  request_unmuted: tellNobody,
  note_added: tellNobody,
  request_assigned: tellAssignment,
};

/** Turns what the action recorded into deliveries, in the action's own transaction, and hands them to the queue. */
export async function enqueueDeliveries(act: Act): Promise<void> {
  for (const event of act.recorded) {
    const read = readers[event.type] as (act: Act, event: RecordedEvent) => Promise<Draft[]>;
    const drafts = await read(act, event);
    for (const draft of drafts) await enqueue(act, event, draft);
    await notify(act, event, drafts);
  }
}

/** Whoever is told of an event by mail finds it under their bell, too; of their own act nobody needs telling. */
async function notify(act: Act, event: RecordedEvent, drafts: Draft[]): Promise<void> {
  const { requestId } = event.subject;
  if (!requestId) return;
  const isOwnAct = (personId: string) => act.actor.kind === "person" && act.actor.id === personId;
  const data = drafts.flatMap(({ personId, kind }) =>
    personId && !isOwnAct(personId)
      ? [{ personId, requestId, eventId: event.id, kind, createdAt: act.at }]
      : [],
  );
  if (data.length > 0) await act.tx.notice.createMany({ data, skipDuplicates: true });
}

async function enqueue(act: Act, event: RecordedEvent, draft: Draft): Promise<void> {
  const requestId = event.subject.requestId ?? null;
  const { id } = await act.tx.delivery.create({
    data: {
      ...draft,
      eventId: event.id,
      requestId,
      headers: mailHeaders(requestId),
      createdAt: act.at,
      dueAt: act.at,
    },
    select: { id: true },
  });
  await act.tx.$executeRaw`
    select graphile_worker.add_job('deliver', json_build_object('id', ${id}::text), job_key => ${id}::text)`;
}
