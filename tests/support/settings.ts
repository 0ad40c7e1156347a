import { randomBytes } from "node:crypto";

/** The settings of a desk under test, independent of the developer's own. */
export const testSettings = {
  DATABASE_URL: "postgresql://127.0.0.1:1/none",
  DATABASE_POOL_SIZE: "17",
  DATABASE_PREPARED: "auto",
  PORT: "3000",
  APP_URL: "http://localhost:3000",
  ALLOWED_HOSTS: "",
  TRUSTED_PROXIES: "",
  NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
  CRON_SECRET: randomBytes(32).toString("hex"),
  DESK_NAME: "",
  DESK_ACCENT: "",
  DESK_TIME_ZONE: "",
  REFERENCE_PREFIX: "",
  REOPEN_DAYS: "",
  ERASURE_DAYS: "",
  AGENTS_SEE: "",
  // Most tests wait for what a reply does.
  UNDO_REPLIES: "off",
  FILE_MAX_MB: "",
  FILE_MB_PER_DAY: "",
  CLAMD_ADDRESS: "",
  MAIL_TRANSPORT: "local",
  LOCAL_MAILBOX: "allowed",
  PSEUDO_LANGUAGES: "on",
  MAIL_FROM: "Lodge <desk@lodge.test>",
  MAIL_CAP_PER_ADDRESS: "60",
  MAIL_CAP_PER_REQUEST: "200",
  MAIL_CAP_PER_SENDER: "50",
  MAIL_KEEP_DAYS: "90",
  // Hundreds of people come from one address here. Tests of the limits set "", which is the default.
  LIMIT_LOG_INS_PER_NETWORK: "1000000",
  LIMIT_MAILS_PER_NETWORK: "1000000",
  LIMIT_MAILS_IN_ALL: "1000000",
  LIMIT_RAISED_PER_HOUR: "1000000",
  LIMIT_WRITTEN_PER_HOUR: "1000000",
  LIMIT_SEARCHES_PER_MINUTE: "1000000",
  LIMIT_EXPORTS_PER_HOUR: "1000000",
  MAIL_PER_SECOND: "",
  SMTP_URL: "",
  RESEND_API_KEY: "",
  RESEND_BASE_URL: "",
  RESEND_WEBHOOK_SECRET: "",
  FAIL_POINT: "",
  MAIL_REPLY_DOMAIN: "",
  MAIL_AUTHSERV_ID: "",
  IMAP_URL: "",
  WORKER: "inside",
};

export type Settings = typeof testSettings;

/** The desk's own limits instead of the high ones above: an empty setting counts as absent. */
export const ownLimits: Partial<Settings> = Object.fromEntries(
  Object.keys(testSettings).flatMap(name => (name.startsWith("LIMIT_") ? [[name, ""]] : [])),
);

/** Sets some of them for this process. Call it first: the desk reads its settings at first use. */
export function setSettings(settings: Partial<Settings>): void {
  Object.assign(process.env, settings);
}

export function settingsInUse(): Settings {
  const names = Object.keys(testSettings) as (keyof Settings)[];
  const entries = names.map(name => [name, process.env[name] ?? testSettings[name]]);
  return Object.fromEntries(entries) as Settings;
}
