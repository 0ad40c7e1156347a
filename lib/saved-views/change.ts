import "server-only";
import { slugFor } from "../canned-replies/slug";
import { type Act, record } from "../events/act";
import type { Subject } from "../events/types";
import { notFound, refuse } from "../refusal";
import { deskList } from "../search/desk-list";
import { readListQuery, writeList } from "../search/view";
import {
  type NewViewInput,
  type RenameViewInput,
  type ShiftViewInput,
  type UpdateViewInput,
  type ViewInput,
  viewLimits,
} from "./input";
import { mayChange, type Owner, ownerIdFor, ownerOf, visibleViews } from "./owner";

/**
 * Saves what the queue shows behind the other views of its owner; returns its slug, which is made of its name unless it
 * is given.
 * @throws Refusal not_found (a customer; an agent for the desk), invalid (name or slug taken, too many)
 */
export async function createView(
  act: Act,
  owner: Owner,
  { name, query }: NewViewInput,
  given?: string,
): Promise<string> {
  const { actor, at, tx } = act;
  const personId = ownerIdFor(actor, owner);
  const others = await lockViews(act, personId);
  if (others.length >= viewLimits.views)
    throw refuse("view.too_many", { max: viewLimits.views }, { field: "name" });
  requireOwnName(name, others);
  if (given !== undefined && (await tx.savedView.count({ where: { slug: given } })) > 0)
    throw refuse("slug.taken", { slug: given });
  const slug = given ?? slugFor(name, await takenSlugs(act, name), "view");
  const position = 1 + Math.max(0, ...others.map(other => other.position));
  const { id } = await tx.savedView.create({
    data: { personId, slug, name, position, query: tidyQuery(query), createdAt: at },
    select: { id: true },
  });
  await record(act, "view_created", { viewId: id }, subjectOf(personId));
  return slug;
}

/** What cannot be read is left out, so that an address alone decides nothing. */
export function tidyQuery(query: string): string {
  const { saved: _, ...view } = readListQuery(deskList, query);
  return writeList(deskList, view, { after: "" });
}

/** Its slug stays; returns whose it is, as all that changes a view in its list does. @throws Refusal not_found, forbidden, invalid (name taken) */
export async function renameView(act: Act, { view: id, name }: RenameViewInput): Promise<Owner> {
  const { personId } = await loadView(act, id);
  const others = await lockViews(act, personId);
  requireOwnName(
    name,
    others.filter(other => other.id !== id),
  );
  await act.tx.savedView.updateMany({ where: { id }, data: { name } });
  await record(act, "view_renamed", { viewId: id }, subjectOf(personId));
  return ownerOf(personId);
}

/** Its filters, order and columns become those of the query. @throws Refusal not_found, forbidden */
export async function updateView(act: Act, { view: id, query }: UpdateViewInput): Promise<string> {
  const { personId, slug } = await loadView(act, id);
  await act.tx.savedView.updateMany({ where: { id }, data: { query: tidyQuery(query) } });
  await record(act, "view_updated", { viewId: id }, subjectOf(personId));
  return slug;
}

/** No queue shows it any more. @throws Refusal not_found, forbidden, conflict (archived already) */
export const archiveView = (act: Act, { view }: ViewInput): Promise<Owner> => setArchived(act, view, true);

/** @throws Refusal not_found, forbidden, conflict (restored already) */
export const restoreView = (act: Act, { view }: ViewInput): Promise<Owner> => setArchived(act, view, false);

async function setArchived(act: Act, id: string, isArchived: boolean): Promise<Owner> {
  const { personId } = await loadView(act, id);
  const { count } = await act.tx.savedView.updateMany({
    where: { id, isArchived: !isArchived },
    data: { isArchived },
  });
  if (count === 0) throw refuse(isArchived ? "view.archived" : "view.restored");
  await record(act, isArchived ? "view_archived" : "view_restored", { viewId: id }, subjectOf(personId));
  return ownerOf(personId);
}

/** @throws Refusal not_found (also when it is gone already), forbidden */
export async function deleteView(act: Act, { view: id }: ViewInput): Promise<Owner> {
  const { personId } = await loadView(act, id);
  const { count } = await act.tx.savedView.deleteMany({ where: { id } });
  if (count === 0) throw notFound();
  await record(act, "view_deleted", { viewId: id }, subjectOf(personId));
  return ownerOf(personId);
}

/**
 * Changes places with the one in front of it or behind it; the first and the last stay where they are.
 * @throws Refusal not_found, forbidden, conflict (archived)
 */
export async function shiftView(act: Act, { view: id, to }: ShiftViewInput): Promise<Owner> {
  const { personId } = await loadView(act, id);
  const shown = (await lockViews(act, personId)).filter(view => !view.isArchived);
  const place = shown.findIndex(view => view.id === id);
  const [moved, other] = [shown[place], shown[to === "earlier" ? place - 1 : place + 1]];
  if (!moved) throw refuse("view.archived");
  if (!other) return ownerOf(personId);
  for (const [{ id }, { position }] of [[moved, other] as const, [other, moved] as const])
    await act.tx.savedView.updateMany({ where: { id }, data: { position } });
  await record(act, "view_shifted", { viewId: id, to }, subjectOf(personId));
  return ownerOf(personId);
}

const subjectOf = (personId: string | null): Subject => (personId === null ? {} : { personId });

async function loadView({ actor, tx }: Act, id: string) {
  const view = await tx.savedView.findFirst({
    where: { AND: [{ id }, visibleViews(actor)] },
    select: { personId: true, slug: true },
  });
  if (!view) throw notFound();
  if (!mayChange(actor, view.personId)) throw refuse("view.not_yours");
  return view;
}

/** All of an owner's in their order. One change after the other, so that names and places are decided by reading. */
export async function lockViews({ tx }: Act, personId: string | null) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('saved_views', 0))`;
  return tx.savedView.findMany({
    where: { personId },
    orderBy: [{ position: "asc" }, { id: "asc" }], // index saved_views_in_order
    select: { id: true, slug: true, name: true, position: true, isArchived: true },
  });
}

/** An address leads to one view, whoever opens it, so slugs are the desk's. */
async function takenSlugs({ tx }: Act, name: string): Promise<string[]> {
  const begin = slugFor(name, [], "view");
  const rows = await tx.savedView.findMany({
    where: { slug: { startsWith: begin } },
    select: { slug: true },
  });
  return rows.map(({ slug }) => slug);
}

function requireOwnName(name: string, others: { name: string }[]): void {
  const [wanted, taken] = [name.toLowerCase(), others.map(other => other.name.toLowerCase())];
  if (taken.includes(wanted)) throw refuse("view.name_taken", { name }, { field: "name" });
}
