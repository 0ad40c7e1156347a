import "server-only";
import { type Act, record, recordChanges } from "../events/act";
import { loadOrganisation, onlyAdmins } from "./load";

/** Returns its slug. @throws Refusal not_found (no admin) */
export async function addOrganisation(act: Act, { name }: { name: string }): Promise<string> {
  onlyAdmins(act.actor);
  const { tx, at } = act;
  const last = await tx.organisation.aggregate({ _max: { position: true } });
  const position = (last._max.position ?? 0) + 1;
  for (let count = 1; ; count++) {
    const slug = count === 1 ? slugOf(name) : `${slugOf(name)}-${count}`;
    const [made] = await tx.organisation.createManyAndReturn({
      data: [{ slug, name, position, createdAt: at }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!made) continue;
    const changes = [{ key: "name", before: null, after: name }];
    await recordChanges(act, "organisation_added", changes, {}, { organisationId: made.id });
    return slug;
  }
}

const slugOf = (name: string) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "") || "organisation";

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
