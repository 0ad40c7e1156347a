import "server-only";
import type { PersonActor } from "../actor";
import { type Inspected, inspectFile, mostBytes, tooLarge } from "../attachments/inspect";
import { keepFile } from "../attachments/store";
import { Refusal } from "../errors";
import type { FileView } from "../file-view";
import { spend } from "../rate-limit";
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

/** Looks at one file and keeps it beside its form. @throws Refusal invalid, too_many, conflict */
export async function keepOne(
  actor: PersonActor,
  spot: { place: string; field: string },
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<FileView> {
  const file: Inspected = await inspectFile(name, bytes);
  return perform(actor, act => keepFile(act, spot, file));
}

/**
 * Keeps files that came with a form beside it, each by itself, so that one that is refused takes no other along.
 * Returns the ids by their fields, and the sentences about those that were refused.
 */
export async function keepUploads(actor: PersonActor, place: string, uploads: Upload[]) {
  const kept: { field: string; id: string }[] = [];
  const refused: Record<string, string[]> = {};
  for (const { field, file } of uploads)
    try {
      await countUpload(actor);
      if (file.size > mostBytes()) throw tooLarge(file.name, file.size);
      const bytes = new Uint8Array(await file.arrayBuffer());
      kept.push({ field, id: (await keepOne(actor, { place, field }, { name: file.name, bytes })).id });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused[field] = [[...(refused[field] ?? []), error.message].join(" ")];
    }
  return { kept, refused };
}
