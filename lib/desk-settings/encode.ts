import "server-only";
import { createHash } from "node:crypto";
import { imageSize } from "image-size";
import type { Sharp, SharpOptions } from "sharp";
import type { Actor } from "../actor";
import { isShortWalk } from "../attachments/picture";
import { logError } from "../log";
import { onlyAdmins } from "../only-admins";
import { giveBack } from "../process/memory";
import { perProcess } from "../process/per-process";
import { inTurn, makeTurns } from "../process/turns";
import { refuse } from "../refusal";
import type { PictureName } from "../setting-names";
import { groundFor } from "./ground";

/** Megabytes, and pixels along a side. */
export const pictureLimits = { megabytes: 5, side: 4_096, leastSide: 16 };

type Sent = { size: number; read(): Promise<Uint8Array> };
export type Png = { hash: string; bytes: Uint8Array<ArrayBuffer> };
/** What a setting says of a picture, and the files that it names. */
export type Made = { value: { hash: string } & Record<string, string | number>; files: Png[] };

/** At least three times the size it is shown in, for screens with many pixels. */
const logoSize = { width: 480, height: 120 };
const tabIcon = 64;
/** Phones round the corners of an icon, and paint black what is left transparent. */
const homeIcon = { size: 180, edge: 20 };
const clear = { r: 0, g: 0, b: 0, alpha: 0 };
const white = "#ffffff";

const decoding = () => perProcess("decoding pictures", () => makeTurns(1, 10));

/**
 * Decodes a picture and writes it anew as PNG, so that nothing of what was sent is ever shown but its pixels. The work is
 * done on a thread of the library’s.
 * @throws Refusal not_found (no admin), invalid (no picture of these kinds, too large, broken), too_many, conflict (no
 * decoder for this machine)
 */
export async function encodePicture(actor: Actor, name: PictureName, sent: Sent | null): Promise<Made> {
  onlyAdmins(actor);
  const { megabytes } = pictureLimits;
  if (!sent) throw refuse("picture.missing", {}, { field: "picture" });
  if (sent.size > megabytes * 1_000_000)
    throw refuse("picture.too_heavy", { megabytes }, { field: "picture" });
  const bytes = await sent.read();
  requireMeasures(bytes);
  const tooMany = () => refuse("limit.pictures", { seconds: 10 });
  return inTurn(decoding().take("all"), tooMany, async () => {
    const open = await loadDecoder();
    try {
      return await makers[name](() => open(bytes));
    } catch {
      throw refuse("picture.broken", {}, { field: "picture" });
    } finally {
      giveBack();
    }
  });
}

/** The same with another picture for phones than for tabs. */
export async function encodeIcons(actor: Actor, tab: Sent, phone: Sent | null): Promise<Made> {
  const icon = await encodePicture(actor, "favicon", tab);
  if (!phone) return icon;
  const other = await encodePicture(actor, "favicon", phone);
  return {
    value: { ...icon.value, large: other.value.large ?? "" },
    files: [...icon.files.slice(0, 1), ...other.files.slice(1)],
  };
}

/** Reads the header only: what would unfold to too much is never decoded. */
function requireMeasures(bytes: Uint8Array): void {
  const { side, leastSide } = pictureLimits;
  const refused = { field: "picture" };
  if (!isOurKind(bytes)) throw refuse("picture.kind", {}, refused);
  if (isJpeg(bytes) && !isShortWalk(bytes)) throw refuse("picture.broken", {}, refused);
  const { width, height } = measuresOf(bytes) ?? { width: 0, height: 0 };
  if (width === 0 || height === 0) throw refuse("picture.broken", {}, refused);
  if (Math.max(width, height) > side) throw refuse("picture.too_large", { side }, refused);
  if (Math.min(width, height) < leastSide) throw refuse("picture.too_small", { side: leastSide }, refused);
}

const begins = (bytes: Uint8Array, at: number, ...wanted: number[]) =>
  wanted.every((byte, index) => bytes[at + index] === byte);

const isJpeg = (bytes: Uint8Array) => begins(bytes, 0, 0xff, 0xd8, 0xff);

/** PNG, JPEG or WebP by its first bytes, whatever its name says. */
const isOurKind = (bytes: Uint8Array) =>
  begins(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ||
  isJpeg(bytes) ||
  (begins(bytes, 0, 0x52, 0x49, 0x46, 0x46) && begins(bytes, 8, 0x57, 0x45, 0x42, 0x50));

function measuresOf(bytes: Uint8Array) {
  try {
    return imageSize(bytes);
  } catch {
    return null;
  }
}

type Open = () => Sharp;

const makers: Record<PictureName, (open: Open) => Promise<Made>> = {
  async logo(open) {
    const picture = open()
      .autoOrient()
      .resize({ ...logoSize, fit: "inside", withoutEnlargement: true });
    const { data, info } = await picture.png({ compressionLevel: 9 }).toBuffer({ resolveWithObject: true });
    const file = named(data);
    const small = open().autoOrient().resize({ width: 96, height: 24, fit: "inside" });
    const ground = groundFor(await small.ensureAlpha().raw().toBuffer());
    return { value: { hash: file.hash, width: info.width, height: info.height, ground }, files: [file] };
  },

  async favicon(open) {
    const square = (side: number, background: typeof clear | typeof white) =>
      open()
        .autoOrient()
        .flatten(typeof background === "string" ? { background } : false)
        .toColourspace("srgb")
        .resize({ width: side, height: side, fit: "contain", background });
    const { isOpaque } = await open().stats();
    const { size, edge } = homeIcon;
    const edges = { top: edge, left: edge, bottom: edge, right: edge };
    const home = isOpaque
      ? square(size, white)
      : square(size - 2 * edge, white).extend({ ...edges, background: white });
    const [small, large] = await Promise.all([pngOf(square(tabIcon, clear)), pngOf(home)]);
    return { value: { hash: small.hash, large: large.hash }, files: [small, large] };
  },
};

const pngOf = async (picture: Sharp) => named(await picture.png({ compressionLevel: 9 }).toBuffer());

function named(data: Buffer): Png {
  const bytes = new Uint8Array(data);
  return { hash: createHash("sha256").update(bytes).digest("hex").slice(0, 32), bytes };
}

const options: SharpOptions = {
  failOn: "error",
  limitInputPixels: pictureLimits.side ** 2,
  // Of a picture that moves, the first.
  pages: 1,
};

/** Loaded once it is needed: a machine that it has no build for can run everything else. */
async function loadDecoder(): Promise<(bytes: Uint8Array) => Sharp> {
  try {
    const { default: sharp } = await import("sharp");
    sharp.cache(false);
    sharp.concurrency(1);
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({
      operation: ["VipsForeignLoadPngBuffer", "VipsForeignLoadJpegBuffer", "VipsForeignLoadWebpBuffer"],
    });
    return bytes => sharp(bytes, options).timeout({ seconds: 30 });
  } catch (cause) {
    logError("pictures cannot be decoded on this machine", cause);
    throw refuse("picture.no_decoder", {}, { field: "picture" });
  }
}
