import { type FileView, sizeOf } from "@/lib/form/file-view";
import type { Translator } from "@/lib/messages/translate";

type ToldFile = { id: string; name: string; size: string; width?: number; height?: number };
/** `picture` is said in front of a picture. */
export type ToldFiles = { list: ToldFile[]; picture: string };

export const tellFiles = (files: FileView[], t: Translator): ToldFiles => ({
  list: files.map(({ id, name, size, width, height }) => ({
    id,
    name,
    size: `(${sizeOf(size, t.language)})`,
    ...(width !== null && height !== null && { width, height }),
  })),
  picture: t("attachments.picture"),
});
