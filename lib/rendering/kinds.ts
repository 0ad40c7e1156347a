type MailRule = {
  /** Goes to the requester or a participant, so it carries the switch that mutes the request. */
  forMember: boolean;
  waits: boolean;
  /** Reports how a request ended, so it also goes to people who muted it. */
  isEnd: boolean;
  /** Only for the recipient: its text is removed as soon as it is sent. */
  isSecret: boolean;
};

const none = { forMember: false, waits: false, isEnd: false, isSecret: false };
const toMember = { ...none, forMember: true };

const aboutRequests = {
  request_received: toMember,
  comment_posted: { ...toMember, waits: true },
  waiting_for_you: { ...toMember, waits: true },
  status_changed: { ...toMember, waits: true },
  reopened: { ...toMember, waits: true },
  resolved: { ...toMember, isEnd: true },
  closed: { ...toMember, waits: true },
  corrected_by_support: { ...toMember, waits: true },
  type_changed: { ...toMember, waits: true },
  gathered: toMember,
  gathered_for_agent: none,
  daily_digest: none,
  several_requests: none,
  customer_replied: { ...none, waits: true },
  request_corrected: { ...none, waits: true },
  assigned_to_you: none,
  reply_held_back: none,
  request_arrived: { ...none, waits: true },
  left_unassigned: { ...none, waits: true },
  mentioned_you: none,
  followed_news: { ...none, waits: true },
  followed_note: { ...none, waits: true },
  shared_with_you: { ...none, isSecret: true },
} as const satisfies Record<string, MailRule>;

const secret = { ...none, isSecret: true };

/** Neither counted nor held, so that flooding an address cannot suppress them. */
const aboutAccounts = {
  verify_address: secret,
  account_invitation: secret,
  account_exists: secret,
  sign_up_refused: secret,
  set_password: secret,
  log_in_link: secret,
  password_changed: none,
  confirm_address: secret,
  address_taken: secret,
  address_changed: none,
  test_mail: none,
} as const satisfies Record<string, MailRule>;

const rules = { ...aboutRequests, ...aboutAccounts };

export type MailKind = keyof typeof rules;
export type SecurityKind = keyof typeof aboutAccounts;

export const securityKinds: ReadonlySet<string> = new Set(Object.keys(aboutAccounts));

export const isMailKind = (kind: string): kind is MailKind => Object.hasOwn(rules, kind);

/** Rows of earlier releases may have obsolete kinds; those are rendered already and need no rule. */
export const mailRule = (kind: string): MailRule => (isMailKind(kind) ? rules[kind] : none);
