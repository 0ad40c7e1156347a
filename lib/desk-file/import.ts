import "server-only";
import type { Act } from "../events/act";
import { onlyAdmins } from "../only-admins";
import type { Catalog } from "./catalog";
import { type Difference, differencesOf } from "./differences";
import { readDesk } from "./export";
import type { CheckedFile } from "./read";
import type { Remark } from "./remark";
import { Guide } from "./section";
import { sections } from "./sections";
import { giveWay } from "./templates";

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
  if (file.catalog) await giveWay(act, file.catalog as Catalog);
  for (const [name, { apply }] of present) await apply(act, file[name], guide);
  for (const work of guide.later) await work();
  return { differences: differencesOf(before, await readDesk(act.tx, names)), notes: guide.notes };
}
