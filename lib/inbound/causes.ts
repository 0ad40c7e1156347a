import type { holdCauses } from "../events/mail-events";
import type { MachineCause } from "./machine";

export type HoldCause = (typeof holdCauses)[number];

export type Cause = HoldCause | MachineCause;

export const causes: Record<Cause, { label: string; sentence: string }> = {
  no_token: {
    label: "No reply address",
    sentence: "It was not sent to the reply address of a request.",
  },
  forged_token: {
    label: "Invalid reply address",
    sentence:
      "The address it was sent to looks like one of the desk's reply addresses, but the desk never issued it.",
  },
  unclear_sender: {
    label: "Unclear sender",
    sentence: "It has no sender address, or more than one.",
  },
  other_sender: {
    label: "Another sender",
    sentence:
      "It replies to an email that the desk sent to someone else. It may have been forwarded, or sent from a second address.",
  },
  no_verdict: {
    label: "Sender not checked",
    sentence: "No mail server that the desk trusts has verified the sender.",
  },
  failed_verdict: {
    label: "Sender not genuine",
    sentence: "The sender's domain does not vouch for this email: someone may be impersonating the sender.",
  },
  no_access: {
    label: "Not on the request",
    sentence: "The sender is no longer on this request, or their account is suspended.",
  },
  resolved: {
    label: "Request resolved",
    sentence: "The request has been resolved since. Choose whether this email re-opens it.",
  },
  closed: { label: "Request closed", sentence: "The request is closed and no longer takes comments." },
  empty: { label: "No text", sentence: "It contains only quoted text or a signature." },
  too_long: { label: "Too long", sentence: "It is longer than a comment can be." },
  too_many: { label: "Too many", sentence: "The sender has replied unusually often within an hour." },
  too_many_files: {
    label: "Many files",
    sentence: "Its files exceed what one person can send within a day.",
  },
  too_large: {
    label: "Too large",
    sentence: "It is larger than the desk accepts; only its headers were read.",
  },
  unreadable: { label: "Unreadable", sentence: "It could not be fetched, or is not a readable email." },
  auto_submitted: { label: "Automatic", sentence: "It is marked as sent automatically." },
  auto_reply: {
    label: "Automatic reply",
    sentence: "It is an automatic reply, such as an out-of-office note.",
  },
  no_reply: { label: "No-reply address", sentence: "It comes from an address that does not accept replies." },
  bulk: { label: "Bulk email", sentence: "It is marked as bulk email." },
  list: { label: "Mailing list", sentence: "It came through a mailing list." },
  loop: { label: "Loop", sentence: "It carries the mark that mail systems use to detect loops." },
  bounce: {
    label: "Bounce",
    sentence: "A mail system reports that an email was not delivered, or was opened.",
  },
  own_mail: { label: "The desk's own", sentence: "The desk sent it, and it came back." },
};

export const isCause = (name: string | null): name is Cause => name !== null && Object.hasOwn(causes, name);
