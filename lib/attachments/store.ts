import "server-only";
import type { PersonActor } from "../actor";
import { before, days } from "../clock";
import { db, type Tx } from "../db";
import { type Act, byPerson } from "../events/act";
import type { FileView } from "../form/file-view";
import { giveBack } from "../process/memory";
import { refuse } from "../refusal";
import type { Inspected } from "./inspect";

export const fileColumns = {
  id: true,
  name: true,
  size: true,
  type: true,
  width: true,
  height: true,
} as const;

export const fileOrder = [{ createdAt: "asc" }, { id: "asc" }] as const;

/** Days that an unsent file is kept, like its draft, and how many one form may have. */
export const unsentDays = 90;
export const maxUnsent = 30;

export type Spot = { place: string; field: string };

/** @throws Refusal too_many when a person's bytes per day or unsent files are used up */
export async function keepFile(act: Act, { place, field }: Spot, file: Inspected): Promise<FileView> {
  const own = byPerson(act);
  const { actor, at, tx } = own;
  // Locks the person's row, so that parallel uploads are counted one by one.
  await tx.$queryRaw`select id from people where id = ${actor.id}::uuid for no key update`;
  if (await exceedsDay(own, file.size))
    throw refuse("file.day_full", { name: file.name, max: act.settings.maxFilesPerDay });
  const unsent = await tx.file.findMany({
    where: { ownerId: actor.id, place }, // index files_unsent
    take: maxUnsent,
    select: { id: true },
  });
  if (unsent.length >= maxUnsent) throw refuse("file.too_many_unsent", { max: maxUnsent });
  const { bytes, ...facts } = file;
  const kept = await tx.file.create({
    data: { ...facts, ownerId: actor.id, createdAt: at, place, field },
    select: fileColumns,
  });
  await writeContent(tx, kept.id, bytes);
  return kept;
}

/** Sends large files in pieces into a large object, because a single parameter is copied several times on its way. */
async function writeContent(tx: Tx, fileId: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if (bytes.length <= pieceSize) {
    await tx.fileContent.create({ data: { fileId, bytes }, select: { fileId: true } });
    return;
  }
  const [made] = await tx.$queryRaw<{ oid: bigint }[]>`select lo_create(0)::bigint as oid`;
  if (!made) throw new Error("The large object was not created.");
  const { oid } = made;
  for (let start = 0; start < bytes.length; start += pieceSize) {
    const piece = bytes.subarray(start, start + pieceSize);
    await tx.$executeRaw`select lo_put(${oid}::bigint::oid, ${start}::bigint, ${piece})`;
    if ((start / pieceSize) % 16 === 15) giveBack();
  }
  await tx.$executeRaw`
    insert into file_contents ("fileId", bytes) values (${fileId}::uuid, lo_get(${oid}::bigint::oid))`;
  await tx.$executeRaw`select lo_unlink(${oid}::bigint::oid)`;
}

export async function exceedsDay(
  { tx, actor, at, settings }: Pick<Act<PersonActor>, "tx" | "actor" | "at" | "settings">,
  bytes: number,
): Promise<boolean> {
  const { _sum } = await tx.file.aggregate({
    where: { ownerId: actor.id, createdAt: { gt: before(at, days(1)) } }, // index files_of_owner
    _sum: { size: true },
  });
  return (_sum.size ?? 0) + bytes > settings.maxFilesPerDay * 1_000_000;
}

type Target = { requestId: string; commentId?: string; noteId?: string };

/** Attaches the actor's unsent files. @throws Refusal conflict when one is missing or already sent */
export async function sendFiles(act: Act, ids: string[], target: Target): Promise<void> {
  if (ids.length === 0) return;
  const { actor, tx } = byPerson(act);
  const { count } = await tx.file.updateMany({
    where: { id: { in: ids }, ownerId: actor.id, place: { not: null } },
    data: { place: null, field: null, ...target },
  });
  if (count !== ids.length) throw gone();
}

export const gone = (field = "files") => refuse("file.gone", {}, { field });

export async function keepMailFiles({ tx, at }: Act, mailId: string, files: Inspected[]): Promise<void> {
  for (const { bytes, ...facts } of files) {
    const { id } = await tx.file.create({ data: { ...facts, mailId, createdAt: at }, select: { id: true } });
    await writeContent(tx, id, bytes);
  }
}

export async function takeMailFiles(act: Act, mailId: string): Promise<string[]> {
  const { actor, tx } = byPerson(act);
  const files = await tx.file.findMany({ where: { mailId }, orderBy: [...fileOrder], select: { id: true } });
  await tx.file.updateMany({
    where: { mailId },
    data: { mailId: null, ownerId: actor.id, place: `mail:${mailId}`, field: "files" },
  });
  return files.map(({ id }) => id);
}

/** Bytes per statement: small enough that a large file does not hold up other queries. */
const pieceSize = 256 * 1024;

/** Reads a file's bytes in pieces. The caller has checked access. @throws Error when it is deleted during the read */
export async function* readContent({ id, size }: { id: string; size: number }): AsyncGenerator<Uint8Array> {
  for (let start = 1; start <= size; start += pieceSize) {
    const [row] = await db().$queryRaw<{ piece: Uint8Array }[]>`
      select substring(bytes from ${start}::int for ${pieceSize}::int) as piece
      from file_contents where "fileId" = ${id}::uuid`; // file_contents_pkey
    if (!row) throw new Error("A file was removed while it was read.");
    yield row.piece;
  }
}

export async function dropFile(act: Act, id: string): Promise<void> {
  const { actor, tx } = byPerson(act);
  await tx.file.deleteMany({ where: { id, ownerId: actor.id, place: { not: null } } });
}

/** Puts some of the actor's unsent files beside another form. */
export async function placeUnsent(
  act: Act,
  which: { id: { in: string[] } } | { place: string },
  place: string,
): Promise<void> {
  const { actor, tx } = byPerson(act);
  await tx.file.updateMany({
    where: { ownerId: actor.id, AND: [{ place: { not: null } }, which] }, // index files_unsent
    data: { place },
  });
}

export async function dropUnsent(act: Act, place: string): Promise<void> {
  const { actor, tx } = byPerson(act);
  await tx.file.deleteMany({ where: { ownerId: actor.id, place } });
}

export async function sweepFiles(at: Date): Promise<void> {
  await db().file.deleteMany({
    where: { place: { not: null }, createdAt: { lt: before(at, days(unsentDays)) } }, // index files_to_sweep
  });
}
