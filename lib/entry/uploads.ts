import "server-only";
import type { PersonActor } from "../actor";
import { type Inspected, inspectFile, maxBytes, tooLarge } from "../attachments/inspect";
import { keepFile } from "../attachments/store";
import type { FileView } from "../form/file-view";
import { spooledType, spooledUnder } from "../gate/spooled";
import { giveBack } from "../process/memory";
import { perProcess } from "../process/per-process";
import { inTurn, makeTurns } from "../process/turns";
import { spend } from "../rate-limit";
import { type Message, Refusal, refuse } from "../refusal";
import { readDeskSettings } from "../settings";
import { perform } from "./perform";

export const isFileField = (name: string) => /^(files|answers\.[a-z]\w{0,60})$/.test(name);

export type Upload = { field: string; file: File };

/** What an empty file field sends, from the browser itself and from React. */
const isNothing = ({ size, name }: File) => size === 0 && (name === "" || name === "undefined");

export function takeUploads(data: FormData): Upload[] {
  const uploads: Upload[] = [];
  for (const [field, value] of data.entries())
    if (value instanceof File && isFileField(field) && !isNothing(value))
      uploads.push({ field, file: value });
  return uploads;
}

/** Call before reading the file. @throws Refusal too_many (200 an hour) */
export const countUpload = ({ id }: PersonActor) => spend("upload", id);

export type SentFile = { name: string; size: number; read(): Promise<Uint8Array> };

/** Bytes of files in memory at once in this process, while they are checked and stored. */
const storing = () => perProcess("storing files", () => makeTurns(10_000_000, 200));

/** @throws Refusal invalid, too_many, conflict */
export async function keepOne(
  actor: PersonActor,
  spot: { place: string; field: string },
  { name, size, read }: SentFile,
): Promise<FileView> {
  const settings = await readDeskSettings();
  if (size > maxBytes(settings)) throw tooLarge(name, settings, size);
  const tooMany = () => refuse("limit.uploads", { seconds: 30, name });
  return inTurn(storing().take("all", size), tooMany, async () => {
    try {
      const file: Inspected = await inspectFile(name, await read(), settings);
      return await perform(actor, act => keepFile(act, spot, file));
    } finally {
      if (size > 1_000_000) giveBack();
    }
  });
}

/** The front door puts large files on the disk, and leaves their ids in the form. */
async function contentOf(file: File): Promise<SentFile> {
  const spooled = file.type === spooledType ? spooledUnder(await file.text()) : undefined;
  if (spooled) return { name: file.name, size: spooled.size, read: spooled.read };
  return { name: file.name, size: file.size, read: async () => new Uint8Array(await file.arrayBuffer()) };
}

/** The file that somebody has chosen in that field. */
export async function takeFile(data: FormData, field: string): Promise<SentFile | null> {
  const file = data.get(field);
  return file instanceof File && !isNothing(file) ? contentOf(file) : null;
}

/** Stores each file by itself, so that a refused one does not affect the others; returns ids and messages by field. */
export async function keepUploads(actor: PersonActor, place: string, uploads: Upload[]) {
  const kept: { field: string; id: string }[] = [];
  const refused: Record<string, Message[]> = {};
  for (const { field, file } of uploads)
    try {
      await countUpload(actor);
      kept.push({ field, id: (await keepOne(actor, { place, field }, await contentOf(file))).id });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused[field] = [...(refused[field] ?? []), error];
    }
  return { kept, refused };
}
