import { crc32, deflateSync } from "node:zlib";
import type { PersonActor } from "@/lib/actor";
import { inspectFile } from "@/lib/attachments/inspect";
import { keepFile } from "@/lib/attachments/store";
import { readUnsent } from "@/lib/drafts/unsent";
import type { FileView } from "@/lib/form/file-view";
import { readDeskSettings } from "@/lib/settings";
import { run } from "./factories";

export function aPicture(width = 40, height = 30): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, 0x7a)]);
  const lines = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)));
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([mark, chunk("IHDR", head), chunk("IDAT", lines), chunk("IEND", Buffer.alloc(0))]);
}

export const aPdf = () => Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

type FileWishes = { name?: string; content?: Buffer; place?: string; field?: string; at?: Date };

export async function anUnsentFile(by: PersonActor, wishes: FileWishes = {}): Promise<FileView> {
  const { name = "notes.txt", content = Buffer.from("What we saw."), at } = wishes;
  const { place = "/requests/LDG-1#comment", field = "files" } = wishes;
  const file = await inspectFile(name, content, await readDeskSettings());
  return run(by, act => keepFile(act, { place, field }, file), at);
}

/** By field, those beside this person's form. */
export const unsentFilesOf = async (person: PersonActor, place: string) =>
  (await readUnsent(person, place, [])).files;
