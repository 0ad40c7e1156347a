import type { FileView } from "../form/file-view";
import type { MailPace, Resolution, Status } from "../generated/enums";

export type Move = "start" | "ask" | "respond" | "resolve" | "kill" | "reopen" | "close";

type Answer = string | string[] | FileView[];
type NoFacts = Record<never, never>;

/** The vocabulary of what can happen, each with the facts that are kept about it. No secret ever stands here. */
export type EventData = {
  sign_up_asked: { email: string };
  signed_up: NoFacts;
  person_created: { role: string };
  person_suspended: NoFacts;
  person_restored: NoFacts;
  password_link_asked: NoFacts;
  password_set: NoFacts;
  log_in_link_asked: NoFacts;
  logged_in_by_link: NoFacts;
  password_changed: NoFacts;
  person_renamed: { from: string; to: string };
  email_change_asked: { email: string };
  email_changed: { from: string; to: string };
  test_mail_asked: NoFacts;
  mail_released: { deliveryId: string; from: "held" | "dead" };
  suppression_lifted: { email: string };
  mail_pace_chosen: { pace: MailPace };
  /** What an agent decided about a mail that was held on its way in. */
  reply_accepted: { mailId: string; from: string; as: "comment" | "note" };
  reply_attached: { mailId: string; from: string; as: "comment" | "note" };
  reply_discarded: { mailId: string; from: string; cause: string };
  request_submitted: NoFacts;
  comment_posted: NoFacts;
  request_moved: { move: Move; from: Status; to: Status; resolution: Resolution | null };
  /** The corrected answers by their keys, the summary as `summary`; null where there was or is no answer. */
  request_corrected: { changes: { key: string; before: Answer | null; after: Answer | null }[] };
  /** Kept on the request that was closed; the new one says itself what it follows. */
  follow_up_raised: { number: number };
  comment_edited: { commentId: string };
  invitation_sent: { invitationId: string; email: string; again?: true };
  invitation_withdrawn: { invitationId: string; email: string };
  invitation_accepted: { invitationId: string; email: string };
  participant_removed: { name: string };
  participant_left: NoFacts;
  request_muted: NoFacts;
  request_unmuted: NoFacts;
  note_added: NoFacts;
  request_assigned: { toId: string | null; toName: string | null };
};

export type EventType = keyof EventData;

/** What an event is about; the spine links to it by key. */
export type Subject = { requestId?: string; personId?: string; commentId?: string; noteId?: string };

/**
 * An event as it is handed to the readers inside the action that caused it. `secrets` (a code, a token)
 * reach the mail that carries them and are kept nowhere else.
 */
export type RecordedEvent = {
  [T in EventType]: {
    id: bigint;
    type: T;
    data: EventData[T];
    subject: Subject;
    secrets: Record<string, string>;
  };
}[EventType];
