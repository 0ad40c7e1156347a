import type { Said } from "../messages/said";
import type { Refusal } from "../refusal";

/** Where something stands in a file, counted from one. */
export type Place = { line: number; column: number };
/** From the root of a file to what is meant: keys, and places in lists counted from zero. */
export type Path = readonly (string | number)[];
/** Something to be said about one place of a file. Text that is no message comes from a library. */
export type Remark = Place & { said: string | Said | Refusal };

/** What is wrong with a file; nothing of it was done. */
export class FileProblems extends Error {
  constructor(readonly problems: Remark[]) {
    super("desk file");
    this.name = "FileProblems";
  }
}
