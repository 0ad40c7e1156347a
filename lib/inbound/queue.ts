import "server-only";
import { z } from "zod";
import { isAgent, type PersonActor } from "../actor";
import { fileColumns, fileOrder } from "../attachments/store";
import { pageOf, readCursor, writeCursor } from "../cursor";
import { db } from "../db";
import type { FileView } from "../form/file-view";
import type { Said } from "../messages/said";
import { notFound } from "../refusal";
import { type FileHead, headColumns } from "../requests/attachments";
import { referenceOf } from "../requests/reference";
import { readDeskSettings } from "../settings";
import { takesReplies } from "../transport/replies";
import { type Cause, isCause } from "./causes";
import { describeLeftOut, readLeftOut } from "./files";
import { mailsSeenBy } from "./seen";

export const inboundStates = ["held", "let_in", "kept_out", "discarded"] as const;
export const inboundFilter = z.object({
  show: z.enum(inboundStates).catch("held"),
  before: z.string().max(100).optional().catch(undefined),
});
export type InboundFilter = z.output<typeof inboundFilter>;

export type InboundRow = {
  id: string;
  from: string;
  subject: string;
  at: string;
  cause: Cause | null;
  reference: string | null;
};
export type InboundList = { rows: InboundRow[]; older: string | null };

const pageSize = 50;

/** @throws Refusal not_found for customers, and on a desk without email replies */
function onlyAgents(actor: PersonActor): void {
  if (!isAgent(actor) || !takesReplies()) throw notFound();
}

/** Incoming emails in a state, newest first. @throws Refusal not_found (not an agent, or not configured) */
export async function listInbound(actor: PersonActor, { show, before }: InboundFilter): Promise<InboundList> {
  onlyAgents(actor);
  const settings = await readDeskSettings();
  const cursor = readCursor(before);
  const rows = await db().inboundMail.findMany({
    where: {
      AND: [mailsSeenBy(actor)],
      state: show,
      ...(cursor && {
        receivedAt: { lte: cursor.at },
        OR: [{ receivedAt: { lt: cursor.at } }, { id: { lt: cursor.id } }],
      }),
    },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }], // index inbound_mails_newest
    take: pageSize + 1,
    select: {
      id: true,
      from: true,
      subject: true,
      cause: true,
      receivedAt: true,
      request: { select: { number: true } },
    },
  });
  const { page, next } = pageOf(rows, pageSize, ({ receivedAt, id }) => writeCursor({ at: receivedAt, id }));
  return {
    rows: page.map(({ id, from, subject, cause, receivedAt, request }) => ({
      id,
      from,
      subject,
      at: receivedAt.toISOString(),
      cause: isCause(cause) ? cause : null,
      reference: request && referenceOf(request.number, settings),
    })),
    older: next,
  };
}

export type InboundPage = {
  id: string;
  from: string;
  fromName: string;
  subject: string;
  at: string;
  state: (typeof inboundStates)[number];
  cause: Cause | null;
  /** Plain text, not Markdown. */
  body: string;
  text: string;
  files: FileView[];
  leftOut: Said[];
  request: { reference: string; summary: string; isResolved: boolean } | null;
  becomes: "comment" | "note";
  decided: { by: string; at: string } | null;
};

const sender = { select: { person: { select: { email: true, suspendedAt: true } } } } as const;

/** One email; null if there is none. @throws Refusal not_found (not an agent, or not configured) */
export async function readInbound(actor: PersonActor, id: string): Promise<InboundPage | null> {
  onlyAgents(actor);
  if (!z.uuid().safeParse(id).success) return null;
  const mail = await db().inboundMail.findFirst({
    where: { AND: [{ id }, mailsSeenBy(actor)] },
    select: {
      id: true,
      from: true,
      fromName: true,
      subject: true,
      state: true,
      cause: true,
      body: true,
      text: true,
      files: { select: fileColumns, orderBy: [...fileOrder] },
      leftOut: true,
      receivedAt: true,
      decidedAt: true,
      decidedBy: { select: { name: true } },
      request: {
        select: {
          number: true,
          summary: true,
          status: true,
          members: sender,
          isPrivate: true,
          organisation: { select: { members: { where: { isManager: true }, ...sender } } },
        },
      },
    },
  });
  if (!mail) return null;
  const settings = await readDeskSettings();
  const { receivedAt, decidedAt, decidedBy, request, leftOut, cause, ...rest } = mail;
  const managers = request?.isPrivate ? [] : (request?.organisation?.members ?? []);
  const customers = [...(request?.members ?? []), ...managers];
  const isTheirs = customers.some(({ person }) => person.email === mail.from && !person.suspendedAt);
  return {
    ...rest,
    at: receivedAt.toISOString(),
    cause: isCause(cause) ? cause : null,
    leftOut: readLeftOut(leftOut).map(describeLeftOut),
    request: request && {
      reference: referenceOf(request.number, settings),
      summary: request.summary,
      isResolved: request.status === "resolved",
    },
    becomes: isTheirs ? "comment" : "note",
    decided: decidedBy && decidedAt ? { by: decidedBy.name, at: decidedAt.toISOString() } : null,
  };
}

/** A file of an incoming email; null for customers, or if there is none. */
export async function findMailFile(actor: PersonActor, id: string): Promise<FileHead | null> {
  if (!isAgent(actor) || !takesReplies()) return null;
  return db().file.findFirst({
    where: { id, mailId: { not: null }, mail: mailsSeenBy(actor) },
    select: headColumns,
  });
}
