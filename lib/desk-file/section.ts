import "server-only";
import type { z } from "zod";
import type { Tx } from "../db";
import type { Act } from "../events/act";
import type { Said } from "../messages/said";
import { Refusal } from "../refusal";
import { FileProblems, type Path, type Remark } from "./remark";
import type { Source } from "./source";

/** A part of the desk that a file can say. One that is in a file is complete; one that is not stays as it is. */
export type Section<T> = {
  schema: z.ZodType<T>;
  /** What the desk has, in the one form in which it is written and compared. */
  read(tx: Tx): Promise<T>;
  /** Makes it so. @throws FileProblems where a command refuses */
  apply(act: Act, wanted: T, guide: Guide): Promise<void>;
};

/** Knows the file while it is carried out. */
export class Guide {
  readonly notes: Remark[] = [];
  /** What is left to be done when all sections are carried out. */
  readonly later: (() => Promise<unknown>)[] = [];

  constructor(readonly source: Source) {}

  /** @throws FileProblems saying that it is this place, or the key in it that is refused, if the work is */
  async at<T>(path: Path, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { field, fields = {} } = error.place;
      const key = [field ?? Object.keys(fields)[0] ?? []].flat();
      throw new FileProblems([{ ...this.source.placeOf([...path, ...key]), said: error }]);
    }
  }

  /** Tells the operator of something that was left out. */
  note(path: Path, said: Said): void {
    this.notes.push({ ...this.source.placeOf(path), said });
  }

  refuse(path: Path, said: Said): FileProblems {
    return new FileProblems([{ ...this.source.placeOf(path), said }]);
  }
}
