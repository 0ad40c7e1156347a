import type { Settings } from "./env";

type Limit = {
  /** How many are let through in a window; for those that grow, before the first wait. */
  most: (settings: Settings) => number;
  /** The window, which begins with the first of them. */
  seconds: number;
  /** Beyond `most` each further one has to wait, twice as long each time, instead of all until the window ends. */
  waits?: { from: number; to: number };
};

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Every limit of the desk, with what it counts. The name is the first part of its key; whom it is counted for is named
 * where it is spent. docs/security.md says what each is against; raise those with a setting there, not here.
 */
export const limits = {
  /** Wrong log-ins from one network, of browsers that are not known to the account. A pause of at most a minute: an office shares it. */
  logInFromNetwork: {
    most: settings => settings.LIMIT_LOG_INS_PER_NETWORK,
    seconds: hour,
    waits: { from: 1, to: minute },
  },
  /** Wrong log-ins to one address from one network. */
  logInByStranger: { most: () => 5, seconds: day, waits: { from: 10, to: 15 * minute } },
  /** Wrong log-ins to one address from everywhere. */
  logInToAccount: { most: () => 30, seconds: day, waits: { from: 10, to: 15 * minute } },
  /** Wrong log-ins by one browser that has logged in to this account before; nobody else spends from it. */
  logInByDevice: { most: () => 10, seconds: day, waits: { from: 10, to: 15 * minute } },
  /** Addresses at which one wrong password was tried; what was counted at one address is counted there once. */
  onePassword: { most: () => 20, seconds: hour },
  onePasswordHere: { most: () => 1, seconds: hour },
  /** New passwords that are judged: for people who are not logged in from one network, for others for themselves. */
  newPassword: {
    most: settings => 10 * settings.LIMIT_MAILS_PER_NETWORK,
    seconds: hour,
    waits: { from: 1, to: minute },
  },
  /** Codes tried for one address, however many sign-ups there are for it. */
  codeOfAddress: { most: () => 20, seconds: day },
  /** Wrong current passwords of somebody who is logged in. */
  ownPassword: { most: () => 10, seconds: 15 * minute },

  /**
   * Mails of one kind that anybody can ask for, to one address: sign-up, new password, log-in link. No longer than the
   * shortest-lived of these links is good, so that an owner over the limit has one that works.
   */
  mailToAddress: { most: () => 5, seconds: 20 * minute },
  /** The same from one network to all addresses; an account that is confirmed gives its place back. */
  mailFromNetwork: { most: settings => settings.LIMIT_MAILS_PER_NETWORK, seconds: hour },
  /** The same from everywhere to all addresses. */
  mailFromAnywhere: { most: settings => settings.LIMIT_MAILS_IN_ALL, seconds: hour },
  /** Wishes of one person for another address, and wishes of all people for one address. */
  emailChange: { most: () => 5, seconds: hour },
  emailChangeTo: { most: () => 5, seconds: hour },

  /** What one person does. */
  raise: { most: settings => settings.LIMIT_RAISED_PER_HOUR, seconds: hour },
  write: { most: settings => settings.LIMIT_WRITTEN_PER_HOUR, seconds: hour },
  invite: { most: settings => 4 * settings.MAIL_CAP_PER_SENDER, seconds: day },
  search: { most: settings => settings.LIMIT_SEARCHES_PER_MINUTE, seconds: minute },
  exportList: { most: settings => settings.LIMIT_EXPORTS_PER_HOUR, seconds: hour },
  exportMyData: { most: settings => settings.LIMIT_EXPORTS_PER_HOUR, seconds: hour },
  upload: { most: () => 200, seconds: hour },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** The seconds between two tries, after `count` of them were let through by a limit that grows. */
export function waitAfter({ from, to }: { from: number; to: number }, count: number): number {
  return Math.min(to, from * 2 ** Math.min(count - 1, 30));
}
