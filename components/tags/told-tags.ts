import type { TagChoice } from "@/lib/tags/read";

export type ToldTag = Pick<TagChoice, "name" | "colour">;

/** The tags of a request as the server has told them. Texts in braces are filled in by the browser. */
export type ToldTags = {
  title: string;
  none: string;
  tags: TagChoice[];
  remove: string;
  /** Those that it does not have. */
  offered: TagChoice[];
  add: { label: string; placeholder: string; button: string; working: string; maxLength: number };
  create: string;
  isNew: string;
};
