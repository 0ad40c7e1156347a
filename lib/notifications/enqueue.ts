import "server-only";
import { type Act, actAs } from "../events/act";
import { openTypes } from "../events/audience";
import type { EventReader } from "../events/reader";
import type {
  AccountEventType,
  CannedEventType,
  EventType,
  MailEventType,
  OrganisationEventType,
  RecordedEvent,
  RequestEventType,
} from "../events/types";
import type { MailPace } from "../generated/enums";
import { gatherIn } from "../mail/gather";
import type { NewMail } from "../mail/new-mail";
import { queueMail } from "../mail/queue";
import { scheduleGathering } from "../mail/schedule";
import { mailRule } from "../rendering/kinds";
import {
  tellEmailChange,
  tellLogInLink,
  tellNewEmail,
  tellNewPassword,
  tellPasswordLink,
  tellSignUp,
  tellTestMail,
} from "./account-mails";
import { tellInvitation } from "./invitation-mail";
import type { Reader } from "./reader";
import { tellAssignment, tellComment, tellCorrection, tellMove, tellSubmission } from "./request-mails";

type Mails<T extends EventType> = { [K in T]: Reader<K> | null };

const ofRequests: Mails<RequestEventType> = {
  request_submitted: tellSubmission,
  comment_posted: tellComment,
  request_moved: tellMove,
  request_corrected: tellCorrection,
  invitation_sent: tellInvitation,
  request_assigned: tellAssignment,
  follow_up_raised: null,
  comment_edited: null,
  invitation_withdrawn: null,
  invitation_accepted: null,
  participant_removed: null,
  participant_left: null,
  privacy_changed: null,
  request_muted: null,
  request_unmuted: null,
  note_added: null,
};

const ofAccounts: Mails<AccountEventType> = {
  sign_up_asked: tellSignUp,
  password_link_asked: tellPasswordLink,
  log_in_link_asked: tellLogInLink,
  password_set: tellNewPassword,
  password_changed: tellNewPassword,
  email_change_asked: tellEmailChange,
  email_changed: tellNewEmail,
  signed_up: null,
  person_created: null,
  person_suspended: null,
  person_restored: null,
  logged_in_by_link: null,
  person_renamed: null,
  mail_pace_chosen: null,
};

const ofMails: Mails<MailEventType> = {
  test_mail_asked: tellTestMail,
  mail_released: null,
  suppression_lifted: null,
  reply_accepted: null,
  reply_attached: null,
  reply_discarded: null,
};

const ofCannedReplies: Mails<CannedEventType> = {
  canned_reply_created: null,
  canned_reply_changed: null,
  canned_reply_shifted: null,
  canned_reply_archived: null,
  canned_reply_restored: null,
};

const ofOrganisations: Mails<OrganisationEventType> = {
  organisation_added: null,
  organisation_renamed: null,
  organisation_archived: null,
  organisation_restored: null,
  domain_added: null,
  domain_removed: null,
  organisation_member_added: null,
  organisation_member_removed: null,
  organisation_manager_set: null,
};

const mails: Mails<EventType> = {
  ...ofRequests,
  ...ofAccounts,
  ...ofMails,
  ...ofCannedReplies,
  ...ofOrganisations,
};

/** For people who chose gathered or daily mail, kinds that may wait are stored as notices instead of being queued. */
export const enqueueDeliveries: EventReader = async (act, event) => {
  const write = mails[event.type] as ((act: Act, event: RecordedEvent) => Promise<NewMail[]>) | null;
  if (write)
    await actAs(act, event.actor, async own => {
      const drafts = (await write(own, event)).filter(({ kind }) => mayBeMailed(event.type, kind));
      const waiting = await pacesOf(own, event, drafts);
      await notify(own, event, drafts, waiting);
      for (const draft of drafts) await enqueue(own, event, draft, waiting);
    });
};

/** Events that not everyone on a request may see are mailed to no member. */
const mayBeMailed = (type: EventType, kind: string) => !mailRule(kind).forMember || openTypes.includes(type);

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

/** People mailed about an event also get a notice in the bell, except about their own act. */
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
  // Sends waiting notices first, so that the 'resolved' mail never arrives before the comments that led to it.
  if (personId && requestId && mailRule(kind).isEnd) await gatherIn(act.tx, { personId, requestId }, act.at);
  await queueMail(act.tx, draft, { eventId: event.id, requestId, at: act.at });
}
