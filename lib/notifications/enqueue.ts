import "server-only";
import { type Act, actAs } from "../events/act";
import { openTypes } from "../events/audience";
import type { EventReader } from "../events/reader";
import type {
  AccountEventType,
  EventType,
  MailEventType,
  RecordedEvent,
  RequestEventType,
} from "../events/types";
import type { MailPace } from "../generated/enums";
import { tellOfNotices } from "../live/tell";
import { gatherIn } from "../mail/gather";
import type { NewMail } from "../mail/new-mail";
import { queueMail } from "../mail/queue";
import { scheduleGathering } from "../mail/schedule";
import { mailRule } from "../rendering/kinds";
import {
  tellAccountInvitation,
  tellEmailChange,
  tellLogInLink,
  tellNewEmail,
  tellNewPassword,
  tellPasswordLink,
  tellSignUp,
  tellTestMail,
} from "./account-mails";
import { topicOf } from "./choices";
import { tellInvitation } from "./invitation-mail";
import { type Reach, readReach } from "./reach";
import type { Reader } from "./reader";
import {
  tellAssignment,
  tellComment,
  tellCorrection,
  tellHandOver,
  tellHeldBack,
  tellMove,
  tellNote,
  tellSubmission,
  tellTypeChange,
  tellUnassigned,
} from "./request-mails";
import { replaceAbsent } from "./stand-ins";
import { unmailed } from "./unmailed";

type Mails<T extends EventType> = { [K in T]: Reader<K> | null };

const ofRequests: Mails<RequestEventType> = {
  request_submitted: tellSubmission,
  comment_posted: tellComment,
  request_moved: tellMove,
  request_corrected: tellCorrection,
  request_type_changed: tellTypeChange,
  agent_answers_changed: null,
  invitation_sent: tellInvitation,
  request_assigned: tellAssignment,
  follow_up_raised: null,
  comment_edited: null,
  invitation_withdrawn: null,
  invitation_accepted: null,
  participant_removed: null,
  participant_left: null,
  privacy_changed: null,
  reply_held_back: tellHeldBack,
  request_muted: null,
  request_unmuted: null,
  priority_set: null,
  tag_added: null,
  tag_removed: null,
  request_linked: null,
  request_unlinked: null,
  request_snoozed: null,
  request_woke: null,
  note_added: tellNote,
  request_followed: null,
  request_unfollowed: null,
  request_left_unassigned: tellUnassigned,
  request_handed_over: tellHandOver,
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
  account_invitation_sent: tellAccountInvitation,
  account_invitation_withdrawn: null,
  account_invitation_accepted: null,
  person_role_changed: null,
  person_suspended: null,
  person_restored: null,
  sessions_ended: null,
  logged_in_by_link: null,
  person_renamed: null,
  away_chosen: null,
  away_ended: null,
  erasure_asked: null,
  erasure_withdrawn: null,
  person_erased: null,
  mail_pace_chosen: null,
};

const ofMails: Mails<MailEventType> = {
  test_mail_asked: tellTestMail,
  mail_released: null,
  suppression_lifted: null,
  reply_accepted: null,
  reply_attached: null,
  mail_made_request: null,
  reply_discarded: null,
};

const mails: Mails<EventType> = {
  ...unmailed,
  ...ofRequests,
  ...ofAccounts,
  ...ofMails,
};

/**
 * By the ways that each recipient has chosen. For people who chose gathered or daily mail, kinds that may wait are stored as
 * notices instead of being queued.
 */
export const enqueueDeliveries: EventReader = async (act, event) => {
  const write = mails[event.type] as ((act: Act, event: RecordedEvent) => Promise<NewMail[]>) | null;
  if (write)
    await actAs(act, event.actor, async own => {
      const written = (await write(own, event)).filter(({ kind }) => mayBeMailed(event.type, kind));
      const drafts = await replaceAbsent(own, event.subject.requestId, written);
      const reachOf = await readReach(own, event, drafts);
      await notify(own, event, drafts, reachOf);
      for (const draft of drafts) await enqueue(own, event, draft, reachOf(draft));
    });
};

/** Events that not everyone on a request may see are mailed to no member. */
const mayBeMailed = (type: EventType, kind: string) => !mailRule(kind).forMember || openTypes.includes(type);

/** People also get a notice, except about their own act: for the bell, the desktop, or a mail that tells of several. */
async function notify(
  act: Act,
  event: RecordedEvent,
  drafts: NewMail[],
  reachOf: (draft: NewMail) => Reach,
): Promise<void> {
  const { requestId } = event.subject;
  if (!requestId) return;
  const isOwnAct = (personId: string) => act.actor.kind === "person" && act.actor.id === personId;
  const notices = drafts.flatMap(draft => {
    const { personId, kind } = draft;
    const { ways, pace, runId } = reachOf(draft);
    const gatherFor = ways.includes("mail") ? pace : null;
    const [inBell, onDesktop] = [ways.includes("bell"), ways.includes("desktop")];
    if (!personId || isOwnAct(personId) || !(inBell || onDesktop || gatherFor)) return [];
    return [{ personId, kind, gatherFor, runId, inBell, onDesktop }];
  });
  if (notices.length === 0) return;
  await insertNotices(act, { requestId, eventId: event.id }, notices);
  const toDesk = notices.filter(({ kind, inBell, onDesktop }) => topicOf(kind) && (inBell || onDesktop));
  await tellOfNotices(
    act,
    toDesk.map(({ personId }) => personId),
  );
}

type Notice = Pick<Reach, "runId"> & {
  personId: string;
  kind: string;
  gatherFor: MailPace | null;
  inBell: boolean;
  onDesktop: boolean;
};

/** All from one document: a new request may be news to hundreds of agents. */
const insertNotices = (
  { tx, at }: Act,
  { requestId, eventId }: { requestId: string; eventId: bigint },
  notices: Notice[],
) => tx.$executeRaw`
  insert into notices ("personId", "requestId", "eventId", kind, "createdAt", "gatherFor", "runId", "inBell", "onDesktop", "readAt")
  select n."personId", ${requestId}::uuid, ${eventId}, n.kind, ${at}, n."gatherFor", n."runId", n."inBell", n."onDesktop",
    case when not n."inBell" then ${at}::timestamptz end
  from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) as n (
    "personId" uuid, kind text, "gatherFor" "MailPace", "runId" uuid, "inBell" boolean, "onDesktop" boolean)
  on conflict do nothing`;

async function enqueue(
  act: Act,
  event: RecordedEvent,
  draft: NewMail,
  { ways, pace, runId }: Reach,
): Promise<void> {
  if (!ways.includes("mail")) return;
  const requestId = event.subject.requestId ?? null;
  const { personId, kind } = draft;
  if (pace && personId && requestId) return scheduleGathering(act, { personId, requestId, pace });
  // Sends waiting notices first, so that the 'resolved' mail never arrives before the comments that led to it.
  if (personId && requestId && mailRule(kind).isEnd) await gatherIn(act.tx, { personId, requestId }, act.at);
  if (runId === null) await queueMail(act.tx, draft, { eventId: event.id, requestId, at: act.at });
}
