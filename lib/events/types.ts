import type { Resolution, Status } from "../generated/enums";

export type Move = "start" | "ask" | "respond" | "resolve" | "kill" | "reopen" | "close";

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
  request_submitted: NoFacts;
  comment_posted: NoFacts;
  request_moved: { move: Move; from: Status; to: Status; resolution: Resolution | null };
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
