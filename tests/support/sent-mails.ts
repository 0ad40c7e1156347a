import { db, type Prisma } from "@/lib/db";
import { deliver } from "@/lib/mail/deliver";

/** These emails as sent, in the order of their events; sends the waiting ones first, like the worker. */
export async function sentMails(where: Prisma.DeliveryWhereInput) {
  const waiting = await db().delivery.findMany({
    where: { AND: [where, { state: "pending" }] },
    orderBy: [{ eventId: "asc" }, { to: "asc" }],
    select: { id: true, dueAt: true },
  });
  for (const { id, dueAt } of waiting) await deliver(id, dueAt);
  const rows = await db().delivery.findMany({
    where,
    orderBy: [{ eventId: "asc" }, { to: "asc" }],
    select: {
      ...{ id: true, kind: true, to: true, personId: true, isSecret: true, state: true, reason: true },
      ...{ subject: true, html: true, text: true, headers: true },
    },
  });
  return rows.map(({ subject, html, text, headers, ...row }) => ({
    ...row,
    ...{ subject: subject ?? "", html: html ?? "", text: text ?? "" },
    headers: (headers ?? {}) as Record<string, string>,
  }));
}

/** The last email to this address, as sent. */
export async function lastMailTo(to: string, kind?: string) {
  const mail = (await sentMails({ to, ...(kind && { kind }) })).at(-1);
  if (!mail) throw new Error(`There is no mail to ${to}.`);
  return mail;
}
