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
import { perform } from "./perform";

/** The fields of forms that take files. */
export const isFileField = (name: string) => /^(files|answers\.[a-z]\w{0,60})$/.test(name);

/** A file that came as part of a form, which is so without script. */
export type Upload = { field: string; file: File };

/** What a field sends in which nothing was chosen, from the browser itself and from React. */
const isNothing = ({ size, name }: File) => size === 0 && (name === "" || name === "undefined");

/** Takes the files out of what was sent. */
export function takeUploads(data: FormData): Upload[] {
  const uploads: Upload[] = [];
  for (const [field, value] of data.entries())
    if (value instanceof File && isFileField(field) && !isNothing(value))
      uploads.push({ field, file: value });
  return uploads;
}

/** Counts a file that somebody sends, before it is read. @throws Refusal too_many (200 an hour) */
export const countUpload = ({ id }: PersonActor) => spend("upload", id);

/** A file that can be read once its turn has come. */
export type Sent = { name: string; size: number; read(): Promise<Uint8Array> };

/** Files are in memory while they are looked at and written down: so many bytes of them at once in this process. */
const storing = () => perProcess("storing files", () => makeTurns(10_000_000, 200));

/** Looks at one file and keeps it beside its form. @throws Refusal invalid, too_many, conflict */
export async function keepOne(
  actor: PersonActor,
  spot: { place: string; field: string },
  { name, size, read }: Sent,
): Promise<FileView> {
  if (size > maxBytes()) throw tooLarge(name, size);
  const tooMany = () => refuse("limit.uploads", { seconds: 30, name });
  return inTurn(storing().take("all", size), tooMany, async () => {
    try {
      const file: Inspected = await inspectFile(name, await read());
      return await perform(actor, act => keepFile(act, spot, file));
    } finally {
      if (size > 1_000_000) giveBack();
    }
  });
}

/** The front door puts what is large on the disk, and leaves its id in the form. */
async function contentOf(file: File): Promise<Sent> {
  const spooled = file.type === spooledType ? spooledUnder(await file.text()) : undefined;
  if (spooled) return { name: file.name, size: spooled.size, read: spooled.read };
  return { name: file.name, size: file.size, read: async () => new Uint8Array(await file.arrayBuffer()) };
}

/**
 * Keeps files that came with a form beside it, each by itself, so that one that is refused takes no other along.
 * Returns the ids by their fields, and what is to be said of those that were refused.
 */
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
