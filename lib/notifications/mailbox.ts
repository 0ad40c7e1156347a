import "server-only";
import { z } from "zod";
import { readCursor, writeCursor } from "../cursor";
import { db } from "../db";
import { env } from "../env";

/** The mailbox exists only where mails go nowhere else. */
export function hasMailbox(): boolean {
  return env().MAIL_TRANSPORT === "local";
}

export type MailRow = { id: string; to: string; subject: string; at: string; state: string };
export type Mailbox = { rows: MailRow[]; older: string | null };

const pageSize = 50;

/** The desk's mails, newest first; of one address if asked. */
export async function listMailbox(before?: string, to?: string): Promise<Mailbox> {
  const cursor = readCursor(before);
  const rows = await db().delivery.findMany({
    where: {
      ...(to && { to }),
      ...(cursor && {
        createdAt: { lte: cursor.at },
        OR: [{ createdAt: { lt: cursor.at } }, { id: { lt: cursor.id } }],
      }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }], // index deliveries_newest
    take: pageSize + 1,
    select: { id: true, to: true, subject: true, createdAt: true, state: true },
  });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page.map(({ createdAt, ...row }) => ({ ...row, at: createdAt.toISOString() })),
    older: rows.length > pageSize && last ? writeCursor({ at: last.createdAt, id: last.id }) : null,
  };
}

export type MailboxMail = MailRow & {
  html: string;
  text: string;
  headers: Record<string, string>;
  from: string;
};

/** One mail as it was rendered, or null. */
export async function readMailboxMail(id: string): Promise<MailboxMail | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const mail = await db().delivery.findUnique({
    where: { id },
    select: {
      id: true,
      to: true,
      subject: true,
      createdAt: true,
      state: true,
      html: true,
      text: true,
      headers: true,
    },
  });
  if (!mail) return null;
  const { createdAt, headers, ...rest } = mail;
  return {
    ...rest,
    at: createdAt.toISOString(),
    headers: headers as Record<string, string>,
    from: env().MAIL_FROM,
  };
}
