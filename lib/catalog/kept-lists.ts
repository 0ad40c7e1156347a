import "server-only";
import { db, type Tx } from "../db";
import { perProcess } from "../process/per-process";
import { refuse } from "../refusal";
import type { Option } from "./choices";
import type { Answers, Field, GivenAnswers } from "./fields";
import { keepPart, readCatalogVersion } from "./kept";
import { retiredAnew, type SharedLists, usesLists, withLists } from "./shared-lists";

const known = () => perProcess<{ lists: SharedLists }>("shared lists", () => ({ lists: {} }));

/** As this process has read them last: whatever shows a form asks `readWording` first, or `readLists`. */
export const knownLists = (): SharedLists => known().lists;

/** As they are in this version of the catalog. @param version without one, as they are now */
export async function readLists(version?: string): Promise<SharedLists> {
  const present = version ?? (await readCatalogVersion());
  const lists = await keepPart(present, "lists", () => readListsIn(db()));
  known().lists = lists;
  return lists;
}

/** As they are within an act, which may have changed them itself. */
export async function readListsIn(tx: Tx): Promise<SharedLists> {
  const rows = await tx.choiceList.findMany({
    select: { slug: true, name: true, entries: true, archivedAt: true },
  });
  return Object.fromEntries(
    rows.map(({ slug, name, entries, archivedAt }) => [
      slug,
      { name, options: entries as Option[], isArchived: archivedAt !== null },
    ]),
  );
}

/** The form with what its lists offer within an act. */
export const withListsIn = async (tx: Tx, fields: Field[]): Promise<Field[]> =>
  usesLists(fields) ? withLists(fields, await readListsIn(tx)) : fields;

/**
 * Somebody may have retired a choice since the form was drawn.
 * @param before what has been answered so far, which stays
 * @throws Refusal invalid
 */
export function requireOfferedChoices(fields: Field[], before: Answers, given: GivenAnswers): void {
  const anew = retiredAnew(fields, before, given);
  if (!anew) return;
  const { field, option } = anew;
  throw refuse(
    "form.choice_retired",
    { label: field.label, choice: option.label },
    { field: `answers.${field.key}` },
  );
}
