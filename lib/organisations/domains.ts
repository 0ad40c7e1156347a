import "server-only";
import { type Act, recordChanges } from "../events/act";
import { notFound, refuse } from "../refusal";
import { loadOrganisation } from "./load";
import { publicDomains } from "./public-domains";

/**
 * Everybody with an address there belongs to it at once: an address is an account's only once its owner has proven it, or
 * an operator vouches for it.
 * @throws Refusal not_found, invalid (anybody can have an address there), conflict (another organisation's)
 */
export async function addDomain(act: Act, { slug, domain }: { slug: string; domain: string }): Promise<void> {
  const { id: organisationId } = await loadOrganisation(act, slug);
  if (publicDomains.has(domain)) throw refuse("organisation.public_domain", { domain }, { field: "domain" });
  const [made] = await act.tx.organisationDomain.createManyAndReturn({
    data: [{ organisationId, domain, createdAt: act.at }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!made) throw await taken(act, domain);
  const changes = [{ key: "domain", before: null, after: domain }];
  await recordChanges(act, "domain_added", changes, {}, { organisationId, domainId: made.id });
}

async function taken({ tx }: Act, domain: string) {
  const { organisation } = await tx.organisationDomain.findUniqueOrThrow({
    where: { domain },
    select: { organisation: { select: { name: true } } },
  });
  return refuse(
    "organisation.domain_taken",
    { domain, organisation: organisation.name },
    { field: "domain" },
  );
}

/** Whoever belonged to it by that domain alone leaves at once. @throws Refusal not_found */
export async function removeDomain(
  act: Act,
  { slug, domain }: { slug: string; domain: string },
): Promise<void> {
  const { id: organisationId } = await loadOrganisation(act, slug);
  const found = await act.tx.organisationDomain.findFirst({
    where: { domain, organisationId },
    select: { id: true },
  });
  if (!found) throw notFound();
  await act.tx.organisationDomain.deleteMany({ where: { id: found.id } });
  const changes = [{ key: "domain", before: domain, after: null }];
  await recordChanges(act, "domain_removed", changes, {}, { organisationId, domainId: found.id });
}
