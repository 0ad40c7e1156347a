import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Act } from "../events/act";
import { type Ordered, putInOrder } from "./order";
import type { Path } from "./remark";
import type { Guide } from "./section";

type Item = { slug: string; name: string; archived?: boolean };

type Ways<T extends Item> = {
  rows(): Promise<{ id: string; slug: string }[]>;
  add(item: T, path: Path): Promise<unknown>;
  change(item: T, before: T, path: Path): Promise<unknown>;
  archive(slug: string, isArchived: boolean): Promise<unknown>;
  /** What must be done before anything is archived, where that depends on what is new. */
  settle?(): Promise<void>;
};

type List<T extends Item> = {
  of: Ordered;
  path: Path;
  /** Of each that is wanted, where they do not stand in one list of the file. */
  paths?: Path[];
  wanted: T[];
  now: T[];
  /** Others are given to what the file archives: that is done once everything else is. */
  isNeeded?: true;
  /** Others say that they use it: what the file archives or leaves out is archived once nothing does any more. */
  isUsed?: true;
};

/** Makes a list what the file says: what it does not name is archived, and keeps its place behind the others. */
export async function bringList<T extends Item>(
  act: Act,
  guide: Guide,
  { of, path, paths, wanted, now, isNeeded, isUsed }: List<T>,
  ways: Ways<T>,
): Promise<void> {
  const before = new Map(now.map(item => [item.slug, item]));
  const placed = wanted.map((item, index) => ({
    ...{ item, path: paths?.[index] ?? [...path, index], was: before.get(item.slug) },
  }));
  const slugs = new Set(wanted.map(({ slug }) => slug));
  const archiveOthers = async () => {
    for (const { slug, archived } of now) {
      const work = () => guide.at(path, () => ways.archive(slug, true));
      if (slugs.has(slug) || archived) continue;
      if (isUsed) guide.later.push(work);
      else await work();
    }
  };
  if (!ways.settle) await archiveOthers();
  const due = placed.filter(({ item, was }) => !isDeepStrictEqual(item, was));
  for (const { item, path, was } of due)
    if (was?.archived && !item.archived) await guide.at(path, () => ways.archive(item.slug, false));
  for (const { item, path, was } of inNamingOrder(due))
    if (was) await guide.at(path, () => ways.change(item, was, path));
  const archive = async ({ item, path, was }: (typeof due)[number]) => {
    const work = () => guide.at(path, () => ways.archive(item.slug, true));
    if (!item.archived || was?.archived) return;
    if (isNeeded || isUsed) guide.later.push(work);
    else await work();
  };
  for (const one of due) {
    const { item, path, was } = one;
    if (was) continue;
    await guide.at(path, () => ways.add(item, path));
    if (!ways.settle) await archive(one);
  }
  if (ways.settle) {
    await ways.settle();
    await archiveOthers();
  }
  for (const one of due) if (one.was || ways.settle) await archive(one);
  await putInOrder(act, of, await ways.rows(), [...slugs]);
}

/** A name is free once whoever has it has got another. */
function inNamingOrder<T extends { item: Item; was?: Item }>(due: T[]): T[] {
  const [waiting, done] = [[...due], [] as T[]];
  while (waiting.length > 0) {
    const held = (name: string, by: T) =>
      waiting.some(other => other !== by && other.was?.name.toLowerCase() === name.toLowerCase());
    const next = waiting.findIndex(one => !held(one.item.name, one));
    done.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return done;
}
