import "server-only";
import type { Act } from "../events/act";
import { onlyAdmins } from "../only-admins";
import { checkSource } from "./check";
import { type Difference, differencesOf } from "./differences";
import { readDesk } from "./export";
import type { Remark } from "./remark";
import { Guide } from "./section";
import { type DeskFile, deskFileInput, sections } from "./sections";
import { readSource, type Source } from "./source";

export type CheckedFile = { source: Source; file: DeskFile };

/** @throws FileProblems with everything that can be seen to be wrong without the desk */
export function readDeskFile(text: string): CheckedFile {
  const source = readSource(text);
  return { source, file: checkSource(source, deskFileInput) as DeskFile };
}

/**
 * Makes the desk what the file says, all of it or nothing. Returns what changed, and what was left out.
 * @throws Refusal not_found (no admin) @throws FileProblems
 */
export async function importDesk(
  act: Act,
  { source, file }: CheckedFile,
): Promise<{ differences: Difference[]; notes: Remark[] }> {
  onlyAdmins(act.actor);
  // One import after the other.
  await act.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('desk file', 0))`;
  const guide = new Guide(source);
  const present = sections.filter(([name]) => file[name] !== undefined);
  const names = present.map(([name]) => name);
  const before = await readDesk(act.tx, names);
  for (const [name, { apply }] of present) await apply(act, file[name], guide);
  for (const work of guide.later) await work();
  return { differences: differencesOf(before, await readDesk(act.tx, names)), notes: guide.notes };
}
