/**
 * What each kind of mail about a request is to its reader. `forMember`: the requester or a participant reads it, so it
 * carries the switch that mutes the request. `waits`: it may be told later, in a gathered mail. `isEnd`: told to the
 * muted, too. Kinds that are not named concern an account, or open something: they are sent at once.
 */
const kinds = {
  request_received: { forMember: true, waits: false, isEnd: false },
  comment_posted: { forMember: true, waits: true, isEnd: false },
  waiting_for_you: { forMember: true, waits: true, isEnd: false },
  status_changed: { forMember: true, waits: true, isEnd: false },
  reopened: { forMember: true, waits: true, isEnd: false },
  resolved: { forMember: true, waits: false, isEnd: true },
  closed: { forMember: true, waits: true, isEnd: false },
  gathered: { forMember: true, waits: false, isEnd: false },
  gathered_for_agent: { forMember: false, waits: false, isEnd: false },
  customer_replied: { forMember: false, waits: true, isEnd: false },
  request_corrected: { forMember: false, waits: true, isEnd: false },
} as const;

/** About an account itself: flooding an address must keep none of these from it. They are neither counted nor held. */
const security = [
  "verify_address",
  "account_exists",
  "set_password",
  "log_in_link",
  "password_changed",
  "confirm_address",
  "address_taken",
  "address_changed",
  "test_mail",
] as const;

export type SecurityKind = (typeof security)[number];
export const securityKinds: ReadonlySet<string> = new Set(security);

type Facts = { forMember: boolean; waits: boolean; isEnd: boolean };

const other: Facts = { forMember: false, waits: false, isEnd: false };

export function factsOf(kind: string): Facts {
  return Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : other;
}
