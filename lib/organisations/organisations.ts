import "server-only";
import { type Act, record, recordChanges } from "../events/act";
import { onlyAdmins } from "../only-admins";
import { refuse } from "../refusal";
import { slugOf } from "../text/slug";
import { loadOrganisation, lockPlaces } from "./load";

/**
 * Adds it behind the others; returns its slug, which is made of its name unless it is given.
 * @throws Refusal not_found (no admin), invalid (slug taken)
 */
export async function addOrganisation(act: Act, { name }: { name: string }, given?: string): Promise<string> {
  onlyAdmins(act.actor);
  const { tx, at } = act;
  await lockPlaces(act);
  const last = await tx.organisation.aggregate({ _max: { position: true } });
  const position = (last._max.position ?? 0) + 1;
  const plain = given ?? slugOf(name, "organisation");
  for (let count = 1; ; count++) {
    const slug = count === 1 ? plain : `${plain}-${count}`;
    const [made] = await tx.organisation.createManyAndReturn({
      data: [{ slug, name, position, createdAt: at }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!made && given !== undefined) throw refuse("slug.taken", { slug: given });
    if (!made) continue;
    const changes = [{ key: "name", before: null, after: name }];
    await recordChanges(act, "organisation_added", changes, {}, { organisationId: made.id });
    return slug;
  }
}

/** Its slug stays. @throws Refusal not_found */
export async function renameOrganisation(
  act: Act,
  { slug, name }: { slug: string; name: string },
): Promise<void> {
  const { id, name: before } = await loadOrganisation(act, slug);
  if (name === before) return;
  await act.tx.organisation.update({ where: { id }, data: { name }, select: { id: true } });
  const changes = [{ key: "name", before, after: name }];
  await recordChanges(act, "organisation_renamed", changes, {}, { organisationId: id });
}

/** Nothing is raised for an archived one; what there is stays as it is. @throws Refusal not_found */
export async function archiveOrganisation(
  act: Act,
  { slug, isArchived }: { slug: string; isArchived: boolean },
): Promise<void> {
  const { id, archivedAt } = await loadOrganisation(act, slug);
  if (isArchived === (archivedAt !== null)) return;
  await act.tx.organisation.update({
    where: { id },
    data: { archivedAt: isArchived ? act.at : null },
    select: { id: true },
  });
  await record(
    act,
    isArchived ? "organisation_archived" : "organisation_restored",
    { organisationId: id },
    {},
  );
}

/** Changes places with the one in front of it or behind it; the first and the last stay. @throws Refusal not_found */
export async function shiftOrganisation(
  act: Act,
  { slug, to }: { slug: string; to: "earlier" | "later" },
): Promise<void> {
  await lockPlaces(act);
  const { id, position } = await loadOrganisation(act, slug);
  const isEarlier = to === "earlier";
  const other = await act.tx.organisation.findFirst({
    where: { position: isEarlier ? { lt: position } : { gt: position } }, // index organisations_in_order
    orderBy: { position: isEarlier ? "desc" : "asc" },
    select: { id: true, position: true },
  });
  if (!other) return;
  await act.tx.organisation.updateMany({ where: { id }, data: { position: other.position } });
  await act.tx.organisation.updateMany({ where: { id: other.id }, data: { position } });
  await record(act, "organisation_shifted", { organisationId: id, to }, {});
}
