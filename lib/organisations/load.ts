import "server-only";
import { type Actor, isAdmin } from "../actor";
import type { Act } from "../events/act";
import { notFound } from "../refusal";

/** To everybody else there are no pages and commands of organisations. @throws Refusal not_found */
export function onlyAdmins(actor: Actor): void {
  if (!isAdmin(actor)) throw notFound();
}

/** Locks it until the act ends. @throws Refusal not_found (no admin, no such organisation) */
export async function loadOrganisation({ tx, actor }: Act, slug: string) {
  onlyAdmins(actor);
  await tx.$queryRaw`select id from organisations where slug = ${slug} for no key update`;
  const organisation = await tx.organisation.findUnique({
    where: { slug },
    select: { id: true, name: true, archivedAt: true },
  });
  if (!organisation) throw notFound();
  return organisation;
}
