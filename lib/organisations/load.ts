import "server-only";
import type { Act } from "../events/act";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";

/** Locks it until the act ends. @throws Refusal not_found (no admin, no such organisation) */
export async function loadOrganisation({ tx, actor }: Act, slug: string) {
  onlyAdmins(actor);
  await tx.$queryRaw`select id from organisations where slug = ${slug} for no key update`;
  const organisation = await tx.organisation.findUnique({
    where: { slug },
    select: { id: true, name: true, position: true, archivedAt: true },
  });
  if (!organisation) throw notFound();
  return organisation;
}

/** The places of all organisations stay as they are until the act ends. */
export async function lockPlaces({ tx }: Act): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('places of organisations', 0))`;
}
