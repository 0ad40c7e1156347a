import "server-only";
import { env } from "../env";
import { readReplyAddress } from "../notifications/reply-address";
import type { ReadMail } from "./read";

/** Why a mail was kept out: a machine wrote it, and answering it, or acting on it, is how loops begin. */
export type MachineCause = "auto_submitted" | "bulk" | "auto_reply" | "loop" | "list" | "bounce" | "own_mail";

const reports = /^(multipart\/report|message\/(delivery-status|disposition-notification))\b/i;
const daemons = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(\+.*)?@/i;

/** Looks for the marks of RFC 3834 and of those who do not know it; null for what a person wrote. */
export function findMachine(mail: ReadMail): MachineCause | null {
  const all = (name: string) => mail.headers.filter(header => header.name === name);
  const has = (name: string) => all(name).length > 0;
  if (isOurs(mail)) return "own_mail";
  if (all("return-path").some(({ value }) => /^<\s*>$/.test(value))) return "bounce";
  if (all("content-type").some(({ value }) => reports.test(value))) return "bounce";
  if (mail.from && daemons.test(mail.from)) return "bounce";
  if (all("auto-submitted").some(({ value }) => !/^no\b/i.test(value))) return "auto_submitted";
  if (all("precedence").some(({ value }) => /^(bulk|junk|list|auto_reply)\b/i.test(value))) return "bulk";
  if (["x-autoreply", "x-autorespond", "x-autorespond-from", "x-auto-response-suppress"].some(has))
    return "auto_reply";
  if (has("x-loop")) return "loop";
  if (mail.headers.some(({ name }) => name.startsWith("list-"))) return "list";
  return null;
}

function isOurs({ from, messageId }: ReadMail): boolean {
  const own = /<([^<>]+)>\s*$/.exec(env().MAIL_FROM)?.[1] ?? env().MAIL_FROM;
  if (from && (from === own.toLowerCase() || readReplyAddress(from) !== null)) return true;
  // As the desk writes them: the delivery's id at the desk's host.
  const [local, host] = messageId?.replace(/[<>\s]/g, "").split("@") ?? [];
  return (
    host === new URL(env().APP_URL).hostname &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(local ?? "")
  );
}
