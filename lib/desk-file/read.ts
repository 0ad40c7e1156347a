import { checkSource } from "./check";
import { type DeskFile, deskFileInput } from "./sections";
import { readSource, type Source } from "./source";

export type CheckedFile = { source: Source; file: DeskFile };

/** @throws FileProblems with everything that can be seen to be wrong without the desk */
export function readDeskFile(text: string): CheckedFile {
  const source = readSource(text);
  return { source, file: checkSource(source, deskFileInput) as DeskFile };
}
