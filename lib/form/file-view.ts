import { sizeFormat } from "../number-formats";

export type FileView = {
  id: string;
  name: string;
  size: number;
  type: string;
  /** Pixels, for images that pages show inline; otherwise null. */
  width: number | null;
  height: number | null;
  /** Its bytes were deleted by a rule of retention. */
  isRemoved?: boolean;
};

/** A size for people, in decimal units: "1.2 MB" is 1.2 million bytes. */
export function sizeOf(bytes: number, language: string): string {
  if (bytes < 1_000) return sizeFormat(language, "byte").format(bytes);
  return bytes < 999_500
    ? sizeFormat(language, "kilobyte").format(bytes / 1_000)
    : sizeFormat(language, "megabyte").format(bytes / 1_000_000);
}
