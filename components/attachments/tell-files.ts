import { type FileView, sizeOf } from "@/lib/form/file-view";
import type { Translator } from "@/lib/messages/translate";

type ToldFile = { id: string; name: string; size: string; href?: string; width?: number; height?: number };
/** One without `href` is there no more. `picture` is said in front of a picture. */
export type ToldFiles = { list: ToldFile[]; picture: string };

export const tellFiles = (files: FileView[], t: Translator): ToldFiles => ({
  list: files.map(({ id, name, size, width, height, isRemoved }) => {
    if (isRemoved) return { id, name, size: t("attachments.removed") };
    return {
      id,
      name,
      size: `(${sizeOf(size, t.language)})`,
      href: `/api/files/${id}`,
      ...(width !== null && height !== null && { width, height }),
    };
  }),
  picture: t("attachments.picture"),
});
