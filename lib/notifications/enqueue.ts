import "server-only";
import type { Act } from "../events/act";
import type { EventType, RecordedEvent } from "../events/types";
import type { MailPace } from "../generated/enums";
import {
  tellEmailChange,
  tellLogInLink,
  tellNewEmail,
  tellNewPassword,
  tellPasswordLink,
  tellSignUp,
  tellTestMail,
} from "./account-mails";
import { gatherIn } from "./gather";
import { tellInvitation } from "./invitation-mail";
import { mailRule } from "./kinds";
import { queueMail } from "./queue";
import { type NewMail, type Reader, tellNobody } from "./reader";
import { tellAssignment, tellComment, tellCorrection, tellMove, tellSubmission } from "./request-mails";
import { scheduleGathering } from "./schedule";

const readers: { [T in EventType]: Reader<T> } = {
  sign_up_asked: tellSignUp,
  signed_up: tellNobody,
  person_created: tellNobody,
  person_suspended: tellNobody,
  person_restored: tellNobody,
  password_link_asked: tellPasswordLink,
  log_in_link_asked: tellLogInLink,
  logged_in_by_link: tellNobody,
  password_set: tellNewPassword,
  password_changed: tellNewPassword,
  person_renamed: tellNobody,
  email_change_asked: tellEmailChange,
  email_changed: tellNewEmail,
  test_mail_asked: tellTestMail,
  mail_pace_chosen: tellNobody,
  mail_released: tellNobody,
  suppression_lifted: tellNobody,
  reply_accepted: tellNobody,
  reply_attached: tellNobody,
  reply_discarded: tellNobody,
  request_submitted: tellSubmission,
  comment_posted: tellComment,
  request_moved: tellMove,
  request_corrected: tellCorrection,
  follow_up_raised: tellNobody,
  comment_edited: tellNobody,
  invitation_sent: tellInvitation,
  invitation_withdrawn: tellNobody,
  invitation_accepted: tellNobody,
  participant_removed: tellNobody,
  participant_left: tellNobody,
  request_muted: tellNobody,
  request_unmuted: tellNobody,
  note_added: tellNobody,
  request_assigned: tellAssignment,
};

/**
 * Turns what the action recorded into deliveries, in the action's own transaction, and hands them to the queue. Whoever
 * wants mails gathered has what can wait noted for later instead.
 */
export async function enqueueDeliveries(act: Act): Promise<void> {
  for (const event of act.recorded) {
    const read = readers[event.type] as (act: Act, event: RecordedEvent) => Promise<NewMail[]>;
    const drafts = await read(act, event);
    const waiting = await pacesOf(act, event, drafts);
    await notify(act, event, drafts, waiting);
    for (const draft of drafts) await enqueue(act, event, draft, waiting);
  }
}

/** Who of them wants what kind of this mail later, and at which pace. */
async function pacesOf(
  act: Act,
  { subject }: RecordedEvent,
  drafts: NewMail[],
): Promise<Map<string, MailPace>> {
  const ids = drafts.flatMap(({ personId, kind }) => (personId && mailRule(kind).waits ? [personId] : []));
  if (!subject.requestId || ids.length === 0) return new Map();
  const people = await act.tx.person.findMany({
    where: { id: { in: ids }, mailPace: { not: "each" } },
    select: { id: true, mailPace: true },
  });
  return new Map(people.map(({ id, mailPace }) => [id, mailPace]));
}

/** Whoever is told of an event by mail finds it under their bell, too; of their own act nobody needs telling. */
async function notify(
  act: Act,
  event: RecordedEvent,
  drafts: NewMail[],
  waiting: Map<string, MailPace>,
): Promise<void> {
  const { requestId } = event.subject;
  if (!requestId) return;
  const isOwnAct = (personId: string) => act.actor.kind === "person" && act.actor.id === personId;
  const data = drafts.flatMap(({ personId, kind }) =>
    personId && !isOwnAct(personId)
      ? [
          {
            personId,
            requestId,
            eventId: event.id,
            kind,
            createdAt: act.at,
            gatherFor: waiting.get(personId) ?? null,
          },
        ]
      : [],
  );
  if (data.length > 0) await act.tx.notice.createMany({ data, skipDuplicates: true });
}

async function enqueue(
  act: Act,
  event: RecordedEvent,
  draft: NewMail,
  waiting: Map<string, MailPace>,
): Promise<void> {
  const requestId = event.subject.requestId ?? null;
  const { personId, kind } = draft;
  const pace = personId ? waiting.get(personId) : undefined;
  if (pace && personId && requestId) return scheduleGathering(act, { personId, requestId, pace });
  // What waits is told before what does not, so that nobody reads the end before the middle.
  if (personId && requestId && mailRule(kind).isEnd) await gatherIn(act.tx, { personId, requestId }, act.at);
  await queueMail(act.tx, draft, { eventId: event.id, requestId, at: act.at });
}
