import type { Settings } from "./env";

type Limit = {
  /** How many are allowed per window; with `waits`, how many before the first wait. */
  most: (settings: Settings) => number;
  seconds: number;
  /** Beyond `most`, each further attempt waits twice as long as the last. */
  waits?: { from: number; to: number };
};

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Every rate limit. docs/security.md says what each is for; change those with a setting there, not here. */
export const limits = {
  /** Wrong log-ins per network, from browsers unknown to the account. Short waits, because an office shares it. */
  logInFromNetwork: {
    most: settings => settings.LIMIT_LOG_INS_PER_NETWORK,
    seconds: hour,
    waits: { from: 1, to: minute },
  },
  /** Wrong log-ins per address and network. */
  logInByStranger: { most: () => 5, seconds: day, waits: { from: 10, to: 15 * minute } },
  /** Wrong log-ins per address, from everywhere. */
  logInToAccount: { most: () => 30, seconds: day, waits: { from: 10, to: 15 * minute } },
  /** Wrong log-ins per browser that has logged in to this account before, counted apart from all others. */
  logInByDevice: { most: () => 10, seconds: day, waits: { from: 10, to: 15 * minute } },
  /** Addresses tried with the same wrong password, each counted once. */
  onePassword: { most: () => 20, seconds: hour },
  onePasswordHere: { most: () => 1, seconds: hour },
  /** New passwords checked, per network of strangers or per logged-in person. */
  newPassword: {
    most: settings => 10 * settings.LIMIT_MAILS_PER_NETWORK,
    seconds: hour,
    waits: { from: 1, to: minute },
  },
  /** Codes tried per address, across all its sign-ups. */
  codeOfAddress: { most: () => 20, seconds: day },
  /** Wrong current passwords per logged-in person. */
  ownPassword: { most: () => 10, seconds: 15 * minute },

  /**
   * Emails of one kind that anyone can request to an address. The window is no longer than the shortest-lived of
   * their links, so that an owner over the limit still has a valid one.
   */
  mailToAddress: { most: () => 5, seconds: 20 * minute },
  /** The same emails per network, to all addresses; confirming an account refunds one. */
  mailFromNetwork: { most: settings => settings.LIMIT_MAILS_PER_NETWORK, seconds: hour },
  /** The same emails in total. */
  mailFromAnywhere: { most: settings => settings.LIMIT_MAILS_IN_ALL, seconds: hour },
  /** Requests to change an email address, per person and per new address. */
  emailChange: { most: () => 5, seconds: hour },
  emailChangeTo: { most: () => 5, seconds: hour },

  /** What strangers say of help pages, per network, per page, and in total. */
  helpFeedbackFromNetwork: { most: settings => 5 * settings.LIMIT_MAILS_PER_NETWORK, seconds: day },
  helpFeedbackOnArticle: { most: () => 500, seconds: day },
  helpFeedbackInAll: { most: () => 5_000, seconds: day },

  /** What one person does. */
  raise: { most: settings => settings.LIMIT_RAISED_PER_HOUR, seconds: hour },
  write: { most: settings => settings.LIMIT_WRITTEN_PER_HOUR, seconds: hour },
  /** A form of the catalog that an admin is changing, which is saved while they type. */
  saveForm: { most: settings => 5 * settings.LIMIT_WRITTEN_PER_HOUR, seconds: hour },
  invite: { most: settings => 4 * settings.MAIL_CAP_PER_SENDER, seconds: day },
  /** Addresses that an admin invites to the desk. */
  inviteToDesk: { most: () => 1_000, seconds: day },
  search: { most: settings => settings.LIMIT_SEARCHES_PER_MINUTE, seconds: minute },
  /** What an agent's search finds while it is typed. */
  peek: { most: settings => 2 * settings.LIMIT_SEARCHES_PER_MINUTE, seconds: minute },
  /** Help pages offered while a summary is typed. */
  offerHelp: { most: settings => settings.LIMIT_SEARCHES_PER_MINUTE, seconds: minute },
  exportList: { most: settings => settings.LIMIT_EXPORTS_PER_HOUR, seconds: hour },
  exportMyData: { most: settings => settings.LIMIT_EXPORTS_PER_HOUR, seconds: hour },
  upload: { most: () => 200, seconds: hour },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

export function waitAfter({ from, to }: { from: number; to: number }, count: number): number {
  return Math.min(to, from * 2 ** Math.min(count - 1, 30));
}
