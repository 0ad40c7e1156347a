import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { keepPart } from "../catalog/kept";
import { db } from "../db";
import { notFound } from "../refusal";
import { viewLimits } from "./input";
import { type Owner, ownerIdFor, visibleViews } from "./owner";

export type SavedView = { id: string; slug: string; name: string; query: string; isOwn: boolean };
export type ListedView = SavedView & { isArchived: boolean };

const columns = { id: true, slug: true, name: true, query: true, personId: true, isArchived: true } as const;
type Row = { personId: string | null; isArchived: boolean } & Omit<SavedView, "isOwn">;

const told = ({ personId, ...row }: Row): ListedView => ({ ...row, isOwn: personId !== null });

/**
 * The tabs that somebody's queue has besides the desk's own: shared ones, then theirs. Kept by the process until a view changes.
 * @param version of the catalog @throws Refusal not_found for anybody who is not an agent
 */
export async function listTabViews(actor: PersonActor, version: string): Promise<SavedView[]> {
  if (!isAgent(actor)) throw notFound();
  return keepPart(version, `views of ${actor.id}`, async () => {
    const rows = await db().savedView.findMany({
      where: { AND: [{ isArchived: false }, visibleViews(actor)] }, // index saved_views_in_order
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: columns,
    });
    return [...rows.filter(row => row.personId === null), ...rows.filter(row => row.personId !== null)].map(
      told,
    );
  });
}

/** All of one owner's, in their order. @throws Refusal not_found if the actor may not manage this owner's views */
export async function listViews(
  actor: PersonActor,
  owner: Owner,
): Promise<{ shown: ListedView[]; archived: ListedView[] }> {
  const rows = await db().savedView.findMany({
    where: { personId: ownerIdFor(actor, owner) },
    orderBy: [{ position: "asc" }, { id: "asc" }], // index saved_views_in_order
    take: viewLimits.views,
    select: columns,
  });
  return {
    shown: rows.filter(row => !row.isArchived).map(told),
    archived: rows.filter(row => row.isArchived).map(told),
  };
}
