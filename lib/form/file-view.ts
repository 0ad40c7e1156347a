export type FileView = {
  id: string;
  name: string;
  size: number;
  /** The content type as the desk detected it, such as image/png. */
  type: string;
  /** Pixels, for images that pages show inline; otherwise null. */
  width: number | null;
  height: number | null;
};

/** A size for people, in decimal units: "1.2 MB" is 1.2 million bytes. */
export function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 999_500 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
