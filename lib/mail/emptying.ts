import "server-only";
import { before, days } from "../clock";
import { db } from "../db";
import { env } from "../env";
import { codeExpired } from "./lease";

const batchSize = 1_000;

export async function endExpiredMails(at: Date): Promise<void> {
  await db().$executeRaw`
    update deliveries set state = 'cancelled', reason = ${codeExpired},
      sealed = null, html = '', text = '', "heldUntil" = null
    where sealed is not null and "expiresAt" <= ${at} and state in ('pending', 'held')`; // index deliveries_sealed
}

/** Removes the text of mails sent long ago, but not the record that they were sent. */
export async function emptySentMails(at: Date): Promise<void> {
  const oldest = before(at, days(env().MAIL_KEEP_DAYS));
  let count: number;
  do
    count = await db().$executeRaw`
      update deliveries set html = '', text = ''
      where id in (select id from deliveries where html <> '' and "sentAt" < ${oldest} and state = 'sent' limit ${batchSize})`; // index deliveries_with_body
  while (count === batchSize);
}
