/** What pages and mails say of a file. */
export type FileView = {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  /** The desk's own finding, such as image/png. */
  type: string;
  /** Pixels of a picture that pages show; null for everything else. */
  width: number | null;
  height: number | null;
};

/** A size as people read it; a megabyte has a million bytes. */
export function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 999_500 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
