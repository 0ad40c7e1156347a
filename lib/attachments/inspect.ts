import "server-only";
import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { imageSize } from "image-size";
import { env } from "../env";
import { Refusal } from "../errors";
import { sizeOf } from "../file-view";
import { type Kind, kindOf, pictureType, shownTypes } from "./kinds";
import { type FileRules, mostFiles } from "./limits";
import { cleanName } from "./names";
import { refuseInfected } from "./scan";

/** A file that was looked at and may be kept. */
export type Inspected = {
  name: string;
  type: string;
  size: number;
  sha256: string;
  width: number | null;
  height: number | null;
  bytes: Uint8Array<ArrayBuffer>;
};

/** What forms tell of the files that they take. */
export const fileRules = (): FileRules => ({ most: mostFiles, megabytes: env().FILE_MAX_MB });

/** A picture with more pixels than this is kept, but no page shows it: it could be meant to fill a memory. */
const mostPixels = 50_000_000;

export const mostBytes = () => env().FILE_MAX_MB * 1_000_000;

/**
 * Looks at a file: what it is called, what it is, whether both agree, and whether a virus scanner minds.
 * @throws Refusal invalid, with a sentence that names the file; conflict when the scanner cannot be asked
 */
export async function inspectFile(givenName: string, content: Uint8Array): Promise<Inspected> {
  const name = cleanName(givenName);
  const refuse = (sentence: string) => new Refusal("invalid", `“${name}” ${sentence}`);
  if (content.length === 0) throw refuse("is empty.");
  if (content.length > mostBytes()) throw tooLarge(name, content.length);
  const kind = kindOf(name);
  if (!kind)
    throw refuse(
      "is of a kind that the desk does not take. Put it into a ZIP file, or send it as PDF or text.",
    );
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  const mime = found?.mime.split(";")[0] ?? "";
  const type = typeOf(kind, mime, content);
  if (!type) throw refuse("is not what its name says. Give it the right ending and try again.");
  await refuseInfected(name, content);
  // No memory of several threads, and no copy of what may be large.
  const bytes = content as Uint8Array<ArrayBuffer>;
  return {
    name,
    type,
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    ...measure(type, bytes),
    bytes,
  };
}

/** What a file is handed out as; null where its content is not what its name promises. */
function typeOf({ type, proof, orText }: Kind, mime: string, content: Uint8Array): string | null {
  if (proof === "pictures") return pictureType(mime);
  const isProven = proof !== "text" && proof.includes(mime);
  return isProven || ((proof === "text" || orText) && isText(content, mime)) ? type : null;
}

export function tooLarge(name: string, size?: number): Refusal {
  const has = size === undefined ? "is larger." : `has ${sizeOf(size)}.`;
  return new Refusal("invalid", `A file may have up to ${env().FILE_MAX_MB} MB; “${cleanName(name)}” ${has}`);
}

/**
 * Text is what holds no control characters, whatever it begins with ("BM" begins a bitmap, too); in an older encoding,
 * what holds no NUL and is nothing else that can be recognised. UTF-16 says so in its first bytes.
 */
function isText(content: Uint8Array, mime: string): boolean {
  if (isUtf8(content) && !content.some(isControl)) return true;
  if (content[0] === 0xff && content[1] === 0xfe) return isEncoded(content, "utf-16le");
  if (content[0] === 0xfe && content[1] === 0xff) return isEncoded(content, "utf-16be");
  return !content.includes(0) && (mime === "" || /^(text\/|application\/xml$)/.test(mime));
}

/** But for tabs, line and page ends, and the escape that colours a log. */
const isControl = (byte: number) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte);

function isEncoded(content: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

function measure(type: string, bytes: Uint8Array): { width: number | null; height: number | null } {
  const unknown = { width: null, height: null };
  if (!shownTypes.has(type)) return unknown;
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!(width > 0 && height > 0 && width * height <= mostPixels)) return unknown;
    // Turned by the camera, as the browser turns it back.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return unknown;
  }
}
