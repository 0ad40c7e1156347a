import type { InboxFacts } from "@/lib/inbound/waiting";
import type { OutboxFacts, OutboxMail } from "@/lib/mail/status";
import { say } from "@/lib/messages/said";
import { deskTranslator } from "@/lib/messages/translate";

const t = deskTranslator();

/** The facts of /admin/mail as lines to print. */
export function describeMail(outbox: OutboxFacts, inbox: InboxFacts | null): string {
  const {
    transport,
    from,
    waiting,
    oldestWaiting,
    delayed,
    paused,
    sentPerHour,
    held,
    dead,
    cancelled,
    suppressed,
  } = outbox;
  const sent = sentPerHour.reduce((sum, { count }) => sum + count, 0);
  return [
    `Sent as ${from} by ${transport}.`,
    paused ? `All mail waits until ${paused.until}: ${say(t, paused.reason)}` : null,
    `Waiting: ${waiting}${oldestWaiting ? `, the oldest since ${oldestWaiting}` : ""}`,
    ...(delayed.length > 0 ? section("Of these, tried and put back", delayed.map(lineOf)) : []),
    `Sent in the last 24 hours: ${sent}`,
    inbox &&
      `Came in, not let in: ${inbox.waiting}${inbox.oldest ? `, the oldest since ${inbox.oldest}` : ""}`,
    ...section("Held back", held.map(lineOf)),
    ...section("Given up", dead.map(lineOf)),
    ...section("Not sent, because nothing was left to say", cancelled.map(lineOf)),
    ...section(
      "Addresses that get no mail",
      suppressed.map(({ email, kind, reason }) => `${email}  ${kind}  ${say(t, reason)}`),
    ),
  ]
    .filter(line => line !== null)
    .join("\n");
}

const section = (title: string, lines: string[]) => [
  `${title}: ${lines.length || "none"}`,
  ...lines.map(line => `  ${line}`),
];

const lineOf = ({ to, subject, attempts, reason, heldUntil }: OutboxMail) =>
  `${to}  ${say(t, subject)}  (${attempts})  ${say(t, reason)}${heldUntil ? `  leaves by itself at ${heldUntil}` : ""}`;
