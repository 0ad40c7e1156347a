import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { findAgent } from "../accounts/agents";
import { placeUnsent } from "../attachments/store";
import { before, later, minutes } from "../clock";
import { db, type Prisma, type Tx } from "../db";
import { answerFormId, answerModes } from "../desk/modes";
import { undoSeconds } from "../desk/undo";
import { saveDraft } from "../drafts/drafts";
import { type DraftFields, isPlace, placeOfForm } from "../drafts/places";
import { type Act, actAs, byPerson, record } from "../events/act";
import { messageCode } from "../messages/said";
import { addJob } from "../queue";
import { type Message, refuse } from "../refusal";
import { moveInput } from "../requests/input";
import { loadRequest } from "../requests/load";
import { referenceOf } from "../requests/reference";
import { requestPath } from "../requests/view";
import { type Answer, answerRequest } from "./answer";

/** Names the draft that a reply is until it is sent. */
export type DueKey = { personId: string; place: string };

const stored = z.object({
  ...moveInput.omit({ move: true }).shape,
  mode: z.enum(answerModes),
  seen: z.coerce.bigint().optional(),
  keepsStatus: z.boolean().optional(),
  to: z.uuid().nullable().optional(),
  until: z.coerce.date().optional(),
});

/**
 * Keeps an answer as its writer's draft, and has the worker send it once it cannot be undone any more.
 * @param fields what the answer box takes back if it is undone
 * @throws Refusal not_found
 */
export async function keepDueReply(act: Act, answer: Answer, fields: DraftFields): Promise<void> {
  const { actor, at, tx, settings } = byPerson(act);
  const { id: requestId, number } = await loadRequest(act, answer.reference);
  const path = requestPath(referenceOf(number, settings), "agent");
  const key = { personId: actor.id, place: placeOfForm(path, `due-${randomUUID()}`) };
  await placeUnsent(act, { id: { in: answer.files ?? [] } }, key.place);
  const kept = JSON.stringify(answer, (_, value) => (typeof value === "bigint" ? String(value) : value));
  const dueAt = later(at, undoSeconds * 1_000);
  await tx.draft.create({
    data: { ...key, fields, updatedAt: at, requestId, answer: JSON.parse(kept), dueAt },
    select: { place: true },
  });
  await wake(tx, key, dueAt);
}

/** The job is only the alarm: whatever it finds in the draft is done. */
const wake = (tx: Pick<Tx, "$executeRaw">, key: DueKey, runAt?: Date): Promise<void> =>
  addJob(tx, "send_reply", key, { key: `send_reply:${key.place}`, ...(runAt && { runAt }) });

/**
 * Sends it as its writer, and ends the draft. Does nothing where it was undone, refused or sent by another worker.
 * @throws Refusal as `answerRequest` does, and forbidden once its writer is no agent any more
 */
export async function sendDueReply(act: Act, key: DueKey): Promise<void> {
  const { tx, settings } = act;
  if (!(await lock(tx, key))?.dueAt) return;
  const { answer } = await tx.draft.findUniqueOrThrow({
    where: { personId_place: key },
    select: { answer: true },
  });
  const writer = await findAgent(tx, key.personId, settings);
  if (!writer) throw refuse("reply.no_agent");
  await actAs(act, writer, own => answerRequest(own, stored.parse(answer)));
  await tx.draft.delete({ where: { personId_place: key }, select: { place: true } });
}

/** It could not be sent: it stays its writer's draft, and they are told. */
export async function holdDueReply(act: Act, key: DueKey, { code, params }: Message): Promise<void> {
  if (!(await lock(act.tx, key))?.dueAt) return;
  const { requestId } = await act.tx.draft.update({
    where: { personId_place: key },
    data: { dueAt: null, refusal: { code, params } as Prisma.InputJsonObject },
    select: { requestId: true },
  });
  await record(
    act,
    "reply_held_back",
    {},
    { personId: key.personId, ...(requestId !== null && { requestId }) },
  );
}

export const takeBackInput = z.strictObject({
  place: z.string().max(120).refine(isPlace, messageCode("validation.misfit")),
});

/**
 * Puts a reply that is not sent yet back into the answer box, in front of what was typed there since, with its files.
 * @throws Refusal conflict (it has been sent)
 */
export async function takeBackReply(act: Act, { place }: { place: string }): Promise<string> {
  const { actor, tx } = byPerson(act);
  const key = { personId: actor.id, place };
  const row = await lock(tx, key);
  if (!row) throw refuse("reply.sent_already");
  const box = placeOfForm(pathOf(place), answerFormId);
  const since = await tx.draft.findUnique({
    where: { personId_place: { personId: actor.id, place: box } },
    select: { fields: true },
  });
  const typed = (since?.fields ?? {}) as DraftFields;
  const body = [row.fields.body, typed.body].filter(Boolean).join("\n\n");
  await tx.draft.delete({ where: { personId_place: key }, select: { place: true } });
  await saveDraft(act, { place: box, fields: { ...typed, ...row.fields, body } });
  await placeUnsent(act, { place }, box);
  return pathOf(place);
}

const pathOf = (place: string) => place.slice(0, place.indexOf("#"));

async function lock(tx: Tx, { personId, place }: DueKey) {
  const [row] = await tx.$queryRaw<{ fields: DraftFields; dueAt: Date | null }[]>`
    select fields, "dueAt" from drafts
    where "personId" = ${personId}::uuid and place = ${place} and answer is not null for update`;
  return row;
}

/** Those of one writer on one request. */
export async function findDueReplies(personId: string, number: number): Promise<DueKey[]> {
  const found = await db().draft.findMany({
    where: { personId, dueAt: { not: null }, request: { number } }, // index drafts_due
    orderBy: { dueAt: "asc" },
    select: { personId: true, place: true },
  });
  return found;
}

/** Wakes the worker for replies whose job a process may have lost: the drafts, not the jobs, are authoritative. */
export async function reviveDueReplies(at: Date): Promise<void> {
  const lost = await db().draft.findMany({
    where: { dueAt: { lt: before(at, minutes(1)) } }, // index drafts_due
    take: 100,
    select: { personId: true, place: true },
  });
  for (const key of lost) await wake(db(), key);
}
