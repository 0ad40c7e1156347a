import type { ComponentProps } from "react";
import type { Choice } from "@/components/form/choice";
import type { Need } from "@/components/form/field";
import type { FilesOffer } from "@/components/form/files-field";
import type { TextField } from "@/components/form/text-field";
import type { FileView } from "@/lib/form/file-view";

/** A question, or the heading of a section, as the server has told it: plain data, and every word of it said. */
export type ToldField = {
  name: string;
  label: string;
  need: Need;
  help?: string;
  /** The id of its box, where other answers decide about it. */
  box?: string;
  input: ToldInput;
};

export type ToldInput =
  | { text: Omit<ComponentProps<typeof TextField>, "name" | "label" | "need" | "help"> }
  | { select: { options: Choice[]; emptyLabel: string; defaultValue?: string } }
  | { options: { options: Choice[]; defaultValue?: string | string[]; several?: true } }
  | { checkbox: { defaultValue?: string } }
  | { section: true }
  | { files: FilesOffer & { sent?: FileView[] } };
