import "server-only";
import { archiveType } from "../catalog/types";
import type { Act } from "../events/act";
import { bringList } from "./bring";
import type { Catalog } from "./catalog";
import type { Guide } from "./section";
import { addPlaced, changePlaced, type Placed, settleTypes } from "./type-changes";

const placed = (catalog: Catalog): Placed[] =>
  catalog.flatMap(({ slug, types }) => types.map(type => ({ ...type, category: slug })));

/** Makes the types of all categories what the file says. */
export async function bringTypes(act: Act, guide: Guide, wanted: Catalog, now: Catalog): Promise<void> {
  const paths = wanted.flatMap(({ types }, at) => types.map((_, place) => ["catalog", at, "types", place]));
  const [after, before] = [placed(wanted), placed(now)];
  const isKept = (slug: string) =>
    [wanted, now].every(list => list.some(one => one.slug === slug && one.archived));
  const work = { act, guide, isKept };
  const list = { of: "types" as const, path: ["catalog"], paths, wanted: after, now: before };
  await bringList(act, guide, list, {
    rows: () =>
      rowsIn(
        act,
        wanted.map(({ slug }) => slug),
      ),
    add: (type, path) => addPlaced(work, type, path),
    change: (type, was, path) => changePlaced(work, type, was, path),
    archive: (slug, isArchived) => archiveType(act, { slug, isArchived }),
    settle: () => settleTypes(work, after, before, paths),
  });
}

/** All of them, as the file puts their categories in order. */
async function rowsIn({ tx }: Act, categories: string[]) {
  const rows = await tx.requestType.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, slug: true, category: { select: { slug: true } } },
  });
  const places = new Map(categories.map((slug, place) => [slug, place]));
  const placeOf = ({ category }: (typeof rows)[number]) => places.get(category.slug) ?? categories.length;
  return rows.toSorted((one, other) => placeOf(one) - placeOf(other));
}
