import { z } from "zod";
import type { PictureName } from "./setting-names";

const hash = z.string().regex(/^[0-9a-f]{32}$/);

const logo = z.strictObject({
  hash,
  width: z.int().positive(),
  height: z.int().positive(),
  /** What it can be seen on: anything, or only what is light or dark. */
  ground: z.enum(["any", "light", "dark"]),
});
export type Logo = z.output<typeof logo>;

/** In the size of a tab's icon, and in that of a phone's home screen. */
const favicon = z.strictObject({ hash, large: hash });
export type Favicon = z.output<typeof favicon>;

export type DeskPictures = { logo: Logo | null; favicon: Favicon | null };

/** As stored beside the settings; null without a picture, or for what this release cannot read. */
export const picturesOf = (stored: Partial<Record<PictureName, unknown>>): DeskPictures => ({
  logo: logo.safeParse(stored.logo).data ?? null,
  favicon: favicon.safeParse(stored.favicon).data ?? null,
});

/** What a logo has to fit into, on pages and in mails; in CSS pixels. */
export const logoRoom = { width: 160, height: 32 };

/** Never leads to anything else than that picture. */
export const pictureAddress = (hash: string) => `/api/pictures/${hash}.png`;

/** A logo so wide is taken for the written name, and stands alone. */
export const isWide = ({ width, height }: Pick<Logo, "width" | "height">) => width >= 2 * height;

/** The size it is shown in where so much room is. */
export function fitInto({ width, height }: Logo, most: { width: number; height: number }) {
  const scale = Math.min(most.width / width, most.height / height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
