import "server-only";
import { imageSize } from "image-size";
import { shownTypes } from "./kinds";

/** Larger images are stored but not shown: decoding them could exhaust a browser's memory. */
const maxPixels = 50_000_000;
// Cameras write about a dozen. Ten megabytes can hold two million empty ones, which take seconds to walk.
const maxSegments = 100;

export type Measures = { width: number | null; height: number | null };

export function measurePicture(type: string, bytes: Uint8Array): Measures {
  const unknown = { width: null, height: null };
  if (!shownTypes.has(type) || (type === "image/jpeg" && !isShortWalk(bytes))) return unknown;
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!(width > 0 && height > 0 && width * height <= maxPixels)) return unknown;
    // EXIF orientation 5 to 8 swaps width and height.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return unknown;
  }
}

/** Whether a JPEG's frame header comes within its first segments (ITU-T T.81, B.1.1.4 and B.2.2). */
export function isShortWalk(bytes: Uint8Array): boolean {
  let at = 2;
  for (let segment = 0; segment < maxSegments; segment++) {
    const [mark, marker = 0, high = 0, low = 0] = bytes.subarray(at, at + 4);
    if (mark !== 0xff) return false;
    if (marker >= 0xc0 && marker <= 0xc2) return true;
    at += 2 + high * 256 + low;
  }
  return false;
}
