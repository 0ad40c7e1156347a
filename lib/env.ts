import "server-only";
import { BlockList, isIP } from "node:net";
import { z } from "zod";
import { failPoints } from "./process/fail-points";

const secret = (name: string) =>
  z
    .string({ error: `${name} is missing. Generate one with: openssl rand -base64 32` })
    .min(32, `${name} must have at least 32 characters. Generate one with: openssl rand -base64 32`)
    .refine(
      value => !/change|sample|example|secret|password/i.test(value),
      `${name} is a sample value. Generate your own.`,
    );

const whole = (fallback: number, min: number, max: number, sentence?: string) =>
  z.coerce.number(sentence).int(sentence).min(min, sentence).max(max, sentence).default(fallback);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isOrigin(address: string): boolean {
  const { origin, href } = new URL(address);
  return href === `${origin}/`;
}

type Chosen = Record<"MAIL_TRANSPORT" | "MAIL_FROM" | "WORKER", string> &
  Partial<Record<"LOCAL_MAILBOX" | "CRON_SECRET", string>>;

/** Settings that are valid alone, but together leave the desk open to everyone or without email. */
const contradictions: { when: (chosen: Chosen) => boolean; name: string; message: string }[] = [
  {
    when: ({ MAIL_TRANSPORT, LOCAL_MAILBOX }) => MAIL_TRANSPORT === "local" && !LOCAL_MAILBOX,
    name: "MAIL_TRANSPORT",
    message:
      "MAIL_TRANSPORT is local: no email would leave this machine, and anyone who can open /mailbox could read all of it, including password links. Set MAIL_TRANSPORT to smtp or resend, or, to try the desk out, LOCAL_MAILBOX=allowed",
  },
  {
    when: ({ MAIL_TRANSPORT, MAIL_FROM }) => MAIL_TRANSPORT !== "local" && !hasRealDomain(MAIL_FROM),
    name: "MAIL_FROM",
    message:
      'MAIL_FROM must be an address at your own domain when email leaves this machine, such as "Lodge <desk@example.org>"',
  },
  {
    when: ({ WORKER, CRON_SECRET }) => WORKER === "off" && !CRON_SECRET,
    name: "CRON_SECRET",
    message:
      "CRON_SECRET is needed when WORKER is off: a scheduler must call /api/jobs with it, or no email is ever sent. Generate one with: openssl rand -base64 32",
  },
];

function hasRealDomain(sender: string): boolean {
  const domain = /@([^\s<>@]+)>?\s*$/.exec(sender)?.[1]?.toLowerCase();
  return domain !== undefined && domain !== "localhost" && !domain.endsWith(".localhost");
}

const list = (text: string) =>
  text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(item => item.toLowerCase());

function readProxies(text: string): { hops: number } | { list: BlockList } | null {
  if (/^\d{1,2}$/.test(text.trim())) return { hops: Number(text) };
  const proxies = new BlockList();
  for (const item of list(text)) {
    const [address = "", bits] = item.split("/");
    const type = isIP(address) === 6 ? "ipv6" : "ipv4";
    const maxBits = type === "ipv6" ? 128 : 32;
    if (!isIP(address) || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= maxBits)))
      return null;
    if (bits === undefined) proxies.addAddress(address, type);
    else proxies.addSubnet(address, Number(bits), type);
  }
  return { list: proxies };
}

const schema = z
  .object({
    DATABASE_URL: z
      .string({ error: "DATABASE_URL is missing. It looks like postgresql://user:password@host:5432/lodge" })
      .regex(/^postgres(ql)?:\/\/\S+$/, "DATABASE_URL must start with postgresql://"),
    DATABASE_POOL_SIZE: whole(17, 4, 200),
    DATABASE_PREPARED: z
      .enum(["auto", "on", "off"], { error: "DATABASE_PREPARED must be auto, on or off" })
      .default("auto"),
    PORT: whole(3000, 1, 65535),
    APP_URL: z
      .url({
        protocol: /^https?$/,
        error: "APP_URL must be the address people open, such as https://desk.example.org",
      })
      .refine(isOrigin, {
        error:
          "APP_URL must end after the host (and port): the desk cannot be served below a path. Give it its own host name, such as https://desk.example.org",
      })
      .optional(),
    ALLOWED_HOSTS: z
      .string()
      .default("")
      .transform(list)
      .refine(names => names.every(name => /^[a-z0-9_]([\w.-]*[a-z0-9])?$/.test(name)), {
        error: "ALLOWED_HOSTS takes names without port, such as desk.internal, separated by commas",
      }),
    TRUSTED_PROXIES: z
      .string()
      .default("0")
      .transform(readProxies)
      .refine(proxies => proxies !== null, {
        error:
          "TRUSTED_PROXIES takes the number of proxies in front, such as 1, or their addresses, such as 127.0.0.1, 10.0.0.0/8",
      }),
    NEXTAUTH_SECRET: secret("NEXTAUTH_SECRET"),
    CRON_SECRET: secret("CRON_SECRET").optional(),
    // What admins can set otherwise (lib/settings.ts): one of these is theirs no longer.
    DESK_NAME: z.string().trim().min(1).max(60).optional(),
    DESK_ACCENT: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, "DESK_ACCENT must be a colour such as #0f6b5c")
      .optional(),
    DESK_TIME_ZONE: z
      .string()
      .refine(isTimeZone, "DESK_TIME_ZONE must be the name of a time zone, such as Europe/Lisbon")
      .optional(),
    REFERENCE_PREFIX: z
      .string()
      .regex(/^[A-Z][A-Z0-9]{1,9}$/, "REFERENCE_PREFIX takes 2 to 10 capital letters or digits, such as LDG")
      .optional(),
    REOPEN_DAYS: z.coerce.number().int().min(1).max(3650).optional(),
    ERASURE_DAYS: z.coerce.number().int().min(1).max(90).optional(),
    AGENTS_SEE: z.enum(["all", "teams"], { error: "AGENTS_SEE must be all or teams" }).optional(),
    UNDO_REPLIES: z.enum(["on", "off"], { error: "UNDO_REPLIES must be on or off" }).optional(),
    FILE_MAX_MB: z.coerce.number().int().min(1).max(25).optional(),
    FILE_MB_PER_DAY: z.coerce.number().int().min(1).max(100_000).optional(),
    CLAMD_ADDRESS: z
      .string()
      .refine(address => /^[\w.-]+(:\d+)?$/.test(address) && URL.canParse(`tcp://${address}`), {
        error: "CLAMD_ADDRESS looks like clamd.example.org:3310",
        abort: true,
      })
      .transform(address => new URL(`tcp://${address}`))
      .optional(),
    MAIL_TRANSPORT: z
      .enum(["local", "smtp", "resend"], { error: "MAIL_TRANSPORT must be local, smtp or resend" })
      .default("local"),
    LOCAL_MAILBOX: z.literal("allowed", { error: "LOCAL_MAILBOX must be allowed, or absent" }).optional(),
    MAIL_FROM: z.string().trim().min(3).default("desk@localhost"),
    MAIL_CAP_PER_ADDRESS: whole(60, 1, 100_000),
    MAIL_CAP_PER_REQUEST: whole(200, 1, 100_000),
    MAIL_CAP_PER_SENDER: whole(50, 1, 100_000),
    MAIL_KEEP_DAYS: whole(90, 1, 3650, "MAIL_KEEP_DAYS takes a whole number of days from 1 to 3650"),
    LIMIT_LOG_INS_PER_NETWORK: whole(40, 1, 1_000_000),
    LIMIT_MAILS_PER_NETWORK: whole(20, 1, 1_000_000),
    LIMIT_MAILS_IN_ALL: whole(300, 1, 1_000_000),
    LIMIT_RAISED_PER_HOUR: whole(60, 1, 1_000_000),
    LIMIT_WRITTEN_PER_HOUR: whole(600, 1, 1_000_000),
    LIMIT_SEARCHES_PER_MINUTE: whole(120, 1, 1_000_000),
    LIMIT_EXPORTS_PER_HOUR: whole(20, 1, 1_000_000),
    RESEND_WEBHOOK_SECRET: z.string().min(1).optional(),
    MAIL_PER_SECOND: z.coerce
      .number()
      .positive("MAIL_PER_SECOND must be a number above 0")
      .max(1_000)
      .optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/\S+$/, "SMTP_URL looks like smtp://user:password@host:587")
      .optional(),
    RESEND_API_KEY: z.string().min(1).optional(),
    RESEND_BASE_URL: z.url("RESEND_BASE_URL must be an address").optional(),
    FAIL_POINT: z
      .enum(failPoints, { error: `FAIL_POINT must be one of ${failPoints.join(", ")}` })
      .optional(),
    MAIL_REPLY_DOMAIN: z
      .string()
      .regex(
        /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/,
        "MAIL_REPLY_DOMAIN must be a domain in small letters, such as reply.example.org",
      )
      .optional(),
    MAIL_AUTHSERV_ID: z.string().trim().toLowerCase().min(1).max(253).optional(),
    IMAP_URL: z
      .string()
      .regex(/^imaps?:\/\/\S+$/, "IMAP_URL looks like imaps://user:password@imap.example.org")
      .optional(),
    WORKER: z.enum(["inside", "off"], { error: "WORKER must be inside or off" }).default("inside"),
  })
  .superRefine((settings, context) => {
    const needed = { smtp: "SMTP_URL", resend: "RESEND_API_KEY", local: null } as const;
    const name = needed[settings.MAIL_TRANSPORT];
    if (name && !settings[name])
      context.addIssue({
        code: "custom",
        path: [name],
        message: `${name} is needed when MAIL_TRANSPORT is ${settings.MAIL_TRANSPORT}`,
      });
    for (const { when, name, message } of contradictions)
      if (when(settings)) context.addIssue({ code: "custom", path: [name], message });
    const hasSource = settings.IMAP_URL || (settings.RESEND_API_KEY && settings.RESEND_WEBHOOK_SECRET);
    if (settings.MAIL_REPLY_DOMAIN && !hasSource)
      context.addIssue({
        code: "custom",
        path: ["MAIL_REPLY_DOMAIN"],
        message:
          "MAIL_REPLY_DOMAIN needs a source of incoming email: IMAP_URL, or RESEND_API_KEY together with RESEND_WEBHOOK_SECRET",
      });
  })
  .transform(settings => ({
    ...settings,
    APP_URL: new URL(settings.APP_URL ?? `http://localhost:${settings.PORT}`).origin,
  }));

export type Settings = z.output<typeof schema>;

/** Parses the environment; an empty value counts as absent. @throws Error with one printable line per wrong setting */
export function readSettings(): Settings {
  const present = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  throw new Error(
    [
      "Some settings are missing or wrong:",
      ...result.error.issues.map(issue => `  - ${sentenceOf(issue)}`),
    ].join("\n"),
  );
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0] ?? "");
  return issue.message.includes(name) ? issue.message : `${name}: ${issue.message}`;
}

let settings: Settings | undefined;

/** The settings, parsed at first use, so that the build needs none. */
export function env(): Settings {
  settings ??= readSettings();
  return settings;
}

/** NextAuth reads its own address from the environment. */
export function tellNextAuthItsAddress(): void {
  process.env.NEXTAUTH_URL = env().APP_URL;
}

/** Whether people reach the desk over TLS, so that cookies and headers may require it. */
export function isHttps(): boolean {
  return env().APP_URL.startsWith("https://");
}

/** Languages made for tests, which no person ever chooses: see lib/messages/pseudo.ts. */
export const hasPseudoLanguages = (): boolean => process.env.PSEUDO_LANGUAGES === "on";
