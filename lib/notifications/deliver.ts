import "server-only";
import { actorColumns } from "../actor";
import { now } from "../clock";
import { db } from "../db";
import { env } from "../env";
import { logInfo } from "../log";
import { type Mail, MailError, sendMail } from "../mail";
import { visibleTo } from "../requests/policy";

/**
 * Brings one delivery to its end, or throws so that the queue tries again later. Rights are looked at once more:
 * whoever may no longer see the request, or has moved to another address, is not written to.
 * @param isLastTry what fails now is given up, and says why
 */
export async function deliver(id: string, isLastTry: boolean): Promise<void> {
  const delivery = await db().delivery.findFirst({
    where: { id, state: { in: ["pending", "failed"] } },
    select: {
      id: true,
      personId: true,
      requestId: true,
      to: true,
      subject: true,
      html: true,
      text: true,
      headers: true,
      isSecret: true,
    },
  });
  if (!delivery) return;
  if (!(await isEntitled(delivery))) return giveUp(id, "The recipient may no longer see this.");
  const { personId, requestId, isSecret, headers, ...mail } = delivery;
  try {
    const providerId = await sendMail({ ...mail, headers: headers as Mail["headers"] });
    // The mailbox page is the only place where the local transport's mails can be read.
    const emptied = isSecret && env().MAIL_TRANSPORT !== "local" ? { html: "", text: "" } : {};
    await db().delivery.update({
      where: { id },
      data: {
        state: "sent",
        sentAt: now(),
        providerId,
        reason: null,
        attempts: { increment: 1 },
        ...emptied,
      },
      select: { id: true },
    });
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    if (error.permanent || isLastTry) return giveUp(id, error.message);
    await db().delivery.update({
      where: { id },
      data: { state: "failed", reason: error.message.slice(0, 500), attempts: { increment: 1 } },
      select: { id: true },
    });
    throw error;
  }
}

type Recipient = { personId: string | null; requestId: string | null; to: string };

async function isEntitled({ personId, requestId, to }: Recipient): Promise<boolean> {
  if (!personId) return true;
  const person = await db().person.findFirst({
    where: { id: personId, email: to, suspendedAt: null },
    select: actorColumns,
  });
  if (!person || !requestId) return person !== null;
  const request = await db().serviceRequest.findFirst({
    where: { AND: [{ id: requestId }, visibleTo({ kind: "person", ...person })] },
    select: { id: true },
  });
  return request !== null;
}

async function giveUp(id: string, reason: string): Promise<void> {
  await db().delivery.update({
    where: { id },
    data: { state: "dead", reason: reason.slice(0, 500), attempts: { increment: 1 } },
    select: { id: true },
  });
  logInfo("a mail was given up", { delivery: id, reason });
}
