import "server-only";
import { z } from "zod";
import { pageOf, readCursor, writeCursor } from "../cursor";
import { db } from "../db";
import { env } from "../env";
import type { Said } from "../messages/said";
import { titlesOf } from "../rendering/titles";

export function hasMailbox(): boolean {
  return env().MAIL_TRANSPORT === "local";
}

export type MailRow = { id: string; to: string; subject: Said; at: string; state: string };
export type Mailbox = { rows: MailRow[]; older: string | null };

const pageSize = 50;
const listed = { id: true, to: true, subject: true, kind: true, requestId: true, state: true } as const;

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
    select: { ...listed, createdAt: true },
  });
  const { page, next } = pageOf(rows, pageSize, ({ createdAt, id }) => writeCursor({ at: createdAt, id }));
  const titles = await titlesOf(page);
  return {
    rows: page.map(({ id, to, state, createdAt }) => ({
      ...{ id, to, state, at: createdAt.toISOString() },
      subject: titles(id),
    })),
    older: next,
  };
}

export type MailboxMail = MailRow & {
  html: string;
  text: string;
  headers: Record<string, string>;
  from: string;
};

/** Its text is empty if it is not rendered yet, was cancelled, or is too old. */
export async function readMailboxMail(id: string): Promise<MailboxMail | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const mail = await db().delivery.findUnique({
    where: { id },
    select: { ...listed, createdAt: true, from: true, html: true, text: true, headers: true },
  });
  if (!mail) return null;
  const { to, state, createdAt, from, html, text, headers } = mail;
  return {
    ...{ id, to, state, at: createdAt.toISOString() },
    subject: (await titlesOf([mail]))(id),
    ...{ html: html ?? "", text: text ?? "", from: from ?? env().MAIL_FROM },
    headers: (headers ?? {}) as Record<string, string>,
  };
}
