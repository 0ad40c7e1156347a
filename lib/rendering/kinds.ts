type MailRule = {
  /** Goes to the requester or a participant, so it carries the switch that mutes the request. */
  forMember: boolean;
  waits: boolean;
  /** Reports how a request ended, so it also goes to people who muted it. */
  isEnd: boolean;
  /** Only for the recipient: its text is removed as soon as it is sent. */
  isSecret: boolean;
  title: string;
};

const none = { forMember: false, waits: false, isEnd: false, isSecret: false };
const toMember = { ...none, forMember: true };

const aboutRequests = {
  request_received: { ...toMember, title: "Request received" },
  comment_posted: { ...toMember, waits: true, title: "New comment" },
  waiting_for_you: { ...toMember, waits: true, title: "Question to the customer" },
  status_changed: { ...toMember, waits: true, title: "Status changed" },
  reopened: { ...toMember, waits: true, title: "Request re-opened" },
  resolved: { ...toMember, isEnd: true, title: "Request resolved" },
  closed: { ...toMember, waits: true, title: "Request closed" },
  gathered: { ...toMember, title: "Gathered news" },
  gathered_for_agent: { ...none, title: "Gathered news for an agent" },
  daily_digest: { ...none, title: "Daily digest" },
  customer_replied: { ...none, waits: true, title: "Customer replied" },
  request_corrected: { ...none, waits: true, title: "Request corrected" },
  assigned_to_you: { ...none, title: "Request assigned" },
  shared_with_you: { ...none, isSecret: true, title: "Invitation to a request" },
} as const satisfies Record<string, MailRule>;

const secret = { ...none, isSecret: true };

/** Neither counted nor held, so that flooding an address cannot suppress them. */
const aboutAccounts = {
  verify_address: { ...secret, title: "Code to sign up" },
  account_exists: { ...secret, title: "Account exists already" },
  set_password: { ...secret, title: "Link to set a password" },
  log_in_link: { ...secret, title: "Link to log in" },
  password_changed: { ...none, title: "Password changed" },
  confirm_address: { ...secret, title: "Link to confirm an address" },
  address_taken: { ...secret, title: "Address is taken" },
  address_changed: { ...none, title: "Address changed" },
  test_mail: { ...none, title: "Test mail" },
} as const satisfies Record<string, MailRule>;

const rules = { ...aboutRequests, ...aboutAccounts };

export type MailKind = keyof typeof rules;
export type SecurityKind = keyof typeof aboutAccounts;

export const securityKinds: ReadonlySet<string> = new Set(Object.keys(aboutAccounts));

export const isMailKind = (kind: string): kind is MailKind => Object.hasOwn(rules, kind);

/** Rows of earlier releases may have obsolete kinds; those are rendered already and need no rule. */
export const mailRule = (kind: string): MailRule =>
  isMailKind(kind) ? rules[kind] : { ...none, title: "Mail" };
