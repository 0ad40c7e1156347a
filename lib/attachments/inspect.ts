import "server-only";
import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { type Refusal, refuse } from "../refusal";
import type { DeskSettings } from "../settings";
import { type Kind, kindOf, pictureType } from "./kinds";
import { type FileRules, maxFiles } from "./limits";
import { cleanName } from "./names";
import { measurePicture } from "./picture";
import { piecesOf } from "./pieces";
import { refuseInfected } from "./scan";

export type Inspected = {
  name: string;
  type: string;
  size: number;
  sha256: string;
  width: number | null;
  height: number | null;
  bytes: Uint8Array<ArrayBuffer>;
};

type Limit = Pick<DeskSettings, "maxFileSize">;

export const fileRules = ({ maxFileSize }: Limit): FileRules => ({ most: maxFiles, megabytes: maxFileSize });

/** Bytes examined to detect a type. Archives get less: their many entries are slow to parse and add little. */
const sample = { archive: 256_000, other: 1_000_000 };

export const maxBytes = ({ maxFileSize }: Limit) => maxFileSize * 1_000_000;

/** Cleans the name, detects the type, scans. @throws Refusal invalid; conflict when the scanner is unreachable */
export async function inspectFile(givenName: string, content: Uint8Array, limit: Limit): Promise<Inspected> {
  const name = cleanName(givenName);
  if (content.length === 0) throw refuse("file.empty", { name });
  if (content.length > maxBytes(limit)) throw tooLarge(name, limit, content.length);
  const kind = kindOf(name);
  if (!kind) throw refuse("file.kind", { name });
  const isArchive = content[0] === 0x50 && content[1] === 0x4b;
  const start = content.subarray(0, isArchive ? sample.archive : sample.other);
  const found = await fileTypeFromBuffer(start).catch(() => undefined);
  const mime = found?.mime.split(";")[0] ?? "";
  const type = await typeOf(kind, mime, content);
  if (!type) throw refuse("file.mislabelled", { name });
  await refuseInfected(name, content);
  // Never backed by a SharedArrayBuffer, so the cast is safe and avoids copying a large file.
  const bytes = content as Uint8Array<ArrayBuffer>;
  return {
    name,
    type,
    size: bytes.length,
    sha256: await digestOf(bytes),
    ...measurePicture(type, bytes),
    bytes,
  };
}

async function typeOf(
  { type, proof, orText }: Kind,
  mime: string,
  content: Uint8Array,
): Promise<string | null> {
  if (proof === "pictures") return pictureType(mime);
  if (proof !== "text" && proof.includes(mime)) return type;
  return (proof === "text" || orText) && (await isText(content, mime)) ? type : null;
}

export function tooLarge(name: string, { maxFileSize }: Limit, size?: number): Refusal {
  const facts = { name: cleanName(name), max: maxFileSize };
  return size === undefined
    ? refuse("file.too_large", facts)
    : refuse("file.has_too_much", { ...facts, bytes: size });
}

/** UTF-16 needs a byte order mark; older encodings must contain no NUL and match no other type. */
async function isText(content: Uint8Array, mime: string): Promise<boolean> {
  if (isUtf8(content) && !(await hasControl(content))) return true;
  if (content[0] === 0xff && content[1] === 0xfe) return isEncoded(content, "utf-16le");
  if (content[0] === 0xfe && content[1] === 0xff) return isEncoded(content, "utf-16be");
  return !content.includes(0) && (mime === "" || /^(text\/|application\/xml$)/.test(mime));
}

/** Tabs, line breaks, form feeds and the escape of coloured logs are allowed. */
const isControl = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte) ? 1 : 0,
);

async function hasControl(content: Uint8Array): Promise<boolean> {
  for await (const piece of piecesOf(content)) if (hasControlIn(piece)) return true;
  return false;
}

// An indexed loop: an iterator is twenty times slower.
function hasControlIn(piece: Uint8Array): boolean {
  for (let at = 0; at < piece.length; at++) if (isControl[piece[at] ?? 0] === 1) return true;
  return false;
}

async function isEncoded(content: Uint8Array, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of piecesOf(content)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

async function digestOf(content: Uint8Array): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of piecesOf(content)) hash.update(piece);
  return hash.digest("hex");
}
