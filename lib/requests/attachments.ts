import "server-only";
import type { Actor } from "../actor";
import { fileColumns, gone } from "../attachments/store";
import type { Answers, GivenAnswers } from "../catalog/fields";
import { db, type Prisma } from "../db";
import { type Act, byPerson } from "../events/act";
import type { FileView } from "../form/file-view";
import { deskVisibleTo, visibleTo } from "./policy";

export type FileHead = { id: string; name: string; type: string; size: number; sha256: string };
export const headColumns = { id: true, name: true, type: true, size: true, sha256: true } as const;

/** Null unless the actor may see it: its uploader while unsent, readers of the request, only agents on a note. */
export async function findFile(actor: Actor, id: string): Promise<FileHead | null> {
  const own: Prisma.FileWhereInput[] =
    actor.kind === "person" ? [{ place: { not: null }, ownerId: actor.id }] : [];
  return db().file.findFirst({
    where: {
      id,
      removedAt: null,
      OR: [
        ...own,
        { requestId: { not: null }, noteId: null, request: visibleTo(actor) },
        { requestId: { not: null }, noteId: { not: null }, request: deskVisibleTo(actor) },
      ],
    },
    select: headColumns,
  });
}

type Sent = { requestId: string } | { requesterId: string; submissionKey: string };

/**
 * Also returns which files are still unsent. @throws Refusal conflict on the field: a file is gone, or not the actor's
 */
export async function nameFiles(act: Act, given: GivenAnswers, sent: Sent) {
  const { actor, tx } = byPerson(act);
  const ids = Object.values(given).flatMap(idsIn);
  if (ids.length === 0) return { answers: given as Answers, unsent: [] };
  const onRequest: Prisma.FileWhereInput = "requestId" in sent ? sent : { request: sent };
  const rows = await tx.file.findMany({
    where: {
      id: { in: ids },
      OR: [
        { place: { not: null }, ownerId: actor.id },
        { ...onRequest, commentId: null, noteId: null },
      ],
    },
    select: { ...fileColumns, place: true },
  });
  const views = new Map(rows.map(({ place: _, ...view }): [string, FileView] => [view.id, view]));
  const answers: Answers = {};
  for (const [key, answer] of Object.entries(given)) {
    const files = idsIn(answer);
    const found = files.flatMap(id => views.get(id) ?? []);
    if (found.length < files.length) throw gone(`answers.${key}`);
    answers[key] = files.length > 0 ? found : (answer as string | string[]);
  }
  return { answers, unsent: rows.filter(({ place }) => place !== null).map(({ id }) => id) };
}

function idsIn(answer: GivenAnswers[string]): string[] {
  return Array.isArray(answer) ? answer.flatMap(one => (typeof one === "string" ? [] : [one.id])) : [];
}
