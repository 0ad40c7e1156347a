import type { Html } from "@/lib/text/html";
import type { ToldFiles } from "../attachments/tell-files";

export type ToldAnswer = { label: string; section?: string; value: ToldValue };
/** An answer; `none` says that there is none. */
export type ToldValue =
  | { none: string }
  | { files: ToldFiles }
  | { written: ToldWords[]; folded?: { beginning: string; all: string; less: string } };
export type ToldWords = string | { html: Html } | { link: string; href: string };
