import type { MachineCause } from "./machine";

export type HoldCause =
  | "no_token"
  | "forged_token"
  | "unclear_sender"
  | "other_sender"
  | "no_verdict"
  | "failed_verdict"
  | "no_access"
  | "resolved"
  | "closed"
  | "empty"
  | "too_long"
  | "too_many"
  | "too_many_files"
  | "too_large"
  | "unreadable";

export type Cause = HoldCause | MachineCause;

export const causes: Record<Cause, { label: string; sentence: string }> = {
  no_token: {
    label: "No reply address",
    sentence: "It was not sent to an address that answers to a request.",
  },
  forged_token: {
    label: "Made-up reply address",
    sentence: "The address it was sent to looks like one of the desk's, but the desk never gave it out.",
  },
  unclear_sender: {
    label: "Unclear sender",
    sentence: "It names no sender, or more than one.",
  },
  other_sender: {
    label: "Another sender",
    sentence:
      "It answers a mail that the desk sent to somebody else. It may have been forwarded, or sent from a second address.",
  },
  no_verdict: {
    label: "Sender not checked",
    sentence: "Nobody whom the desk trusts has said whether the sender is genuine.",
  },
  failed_verdict: {
    label: "Sender not genuine",
    sentence: "The sender's domain does not vouch for this mail: somebody may be pretending to be them.",
  },
  no_access: {
    label: "Not on the request",
    sentence: "The sender is not on this request any more, or their account is suspended.",
  },
  resolved: {
    label: "Request resolved",
    sentence: "The request has been resolved since. Say whether this mail re-opens it.",
  },
  closed: { label: "Request closed", sentence: "The request is closed and takes no comments any more." },
  empty: { label: "No words", sentence: "Beside quotes or a signature there is nothing in it." },
  too_long: { label: "Too long", sentence: "It is longer than a comment may be." },
  too_many: { label: "Too many", sentence: "The sender has answered unusually often within an hour." },
  too_many_files: {
    label: "Many files",
    sentence: "With its files, the sender would send more within a day than one person may.",
  },
  too_large: { label: "Too large", sentence: "It is larger than the desk takes; only its head was read." },
  unreadable: { label: "Unreadable", sentence: "It could not be fetched, or is no mail that can be read." },
  auto_submitted: { label: "Automatic", sentence: "It says itself that a machine wrote it." },
  auto_reply: {
    label: "Automatic reply",
    sentence: "It is an automatic reply, such as an out-of-office note.",
  },
  no_reply: { label: "No-reply address", sentence: "It comes from an address that takes no answers." },
  bulk: { label: "Bulk mail", sentence: "It is marked as bulk mail." },
  list: { label: "Mailing list", sentence: "It came by way of a mailing list." },
  loop: { label: "Loop", sentence: "It carries the mark by which mail systems recognise loops." },
  bounce: { label: "Bounce", sentence: "A mail system reports that a mail did not arrive or was opened." },
  own_mail: { label: "The desk's own", sentence: "The desk wrote it itself, and it came back." },
};
