import "server-only";
import { ImapFlow } from "imapflow";
import { env } from "../env";
import { logError } from "../log";
import type { RawMail } from "./arrival";
import { maxBytes } from "./read";

const maxAtOnce = 100;

/**
 * Marks an email as read when `take` succeeds; otherwise it is fetched again.
 * @throws Error when the mailbox is unreachable
 */
export async function readMailbox(take: (carried: RawMail) => Promise<void>): Promise<void> {
  const client = open(new URL(env().IMAP_URL ?? ""));
  // The pending call reports the error; without a listener the event would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    const lock = await client.getMailboxLock("INBOX");
    try {
      const unread = await client.search({ seen: false }, { uid: true });
      for (const uid of (unread || []).slice(0, maxAtOnce)) await takeOne(client, uid, take);
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}

function open(url: URL): ImapFlow {
  const secure = url.protocol === "imaps:";
  const isHere = ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  return new ImapFlow({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    // Never send the password over a network in plain text.
    doSTARTTLS: secure || isHere ? undefined : true,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  });
}

async function takeOne(
  client: ImapFlow,
  uid: number,
  take: (carried: RawMail) => Promise<void>,
): Promise<void> {
  const byUid = { uid: true };
  const head = await client.fetchOne(uid, { size: true, envelope: true }, byUid);
  if (!head) return;
  const tooLarge = (head.size ?? 0) > maxBytes;
  const mail = tooLarge ? null : await client.fetchOne(uid, { source: true }, byUid);
  const validity = client.mailbox ? client.mailbox.uidValidity : 0;
  try {
    await take({
      source: "imap",
      id: `${validity}.${uid}`,
      raw: (mail || null)?.source ?? null,
      tooLarge,
      from: head.envelope?.from?.[0]?.address,
      subject: head.envelope?.subject,
    });
  } catch (error) {
    logError("an incoming email could not be processed and will be tried again", error, {
      mail: `${validity}.${uid}`,
    });
    return;
  }
  await client.messageFlagsAdd(uid, ["\\Seen"], byUid);
}
