import "server-only";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import { loadOrganisation } from "./load";

/** Opens nothing that was raised before. @throws Refusal not_found, not_found (no such person), conflict (a member by hand) */
export async function addMember(act: Act, { slug, email }: { slug: string; email: string }): Promise<void> {
  const { id: organisationId } = await loadOrganisation(act, slug);
  const person = await act.tx.person.findUnique({ where: { email }, select: { id: true } });
  if (!person) throw refuse("organisation.nobody", { email }, { field: "email" });
  const personId = person.id;
  const { count } = await act.tx.organisationMember.updateMany({
    where: { organisationId, personId, isByHand: false },
    data: { isByHand: true },
  });
  if (count === 0) {
    const made = await act.tx.organisationMember.createMany({
      data: [{ organisationId, personId, isByHand: true, addedAt: act.at }],
      skipDuplicates: true,
    });
    if (made.count === 0) throw refuse("organisation.has_member", { email }, { field: "email" });
  }
  await record(act, "organisation_member_added", { organisationId }, { personId });
}

type Membership = { slug: string; person: string };

/** @throws Refusal not_found, conflict (no member any more), forbidden (one by the domain of their address) */
export async function removeMember(act: Act, { slug, person: personId }: Membership): Promise<void> {
  const { id: organisationId } = await loadOrganisation(act, slug);
  const { isByDomain, isByHand } = await findMember(act, organisationId, personId);
  if (!isByHand) throw refuse("organisation.member_by_domain");
  const where = { organisationId, personId };
  if (isByDomain) await act.tx.organisationMember.updateMany({ where, data: { isByHand: false } });
  else await act.tx.organisationMember.deleteMany({ where });
  await record(act, "organisation_member_removed", { organisationId }, { personId });
}

/** @throws Refusal not_found, conflict (no member any more) */
export async function setManager(
  act: Act,
  { slug, person: personId, isManager }: Membership & { isManager: boolean },
): Promise<void> {
  const { id: organisationId } = await loadOrganisation(act, slug);
  const member = await findMember(act, organisationId, personId);
  if (member.isManager === isManager) return;
  await act.tx.organisationMember.updateMany({ where: { organisationId, personId }, data: { isManager } });
  await record(act, "organisation_manager_set", { organisationId, isManager }, { personId });
}

async function findMember({ tx }: Act, organisationId: string, personId: string) {
  // Locks the row: an address that changes now either leaves before, or takes along what is set here.
  const [member] = await tx.$queryRaw<{ isByDomain: boolean; isByHand: boolean; isManager: boolean }[]>`
    select "isByDomain", "isByHand", "isManager" from organisation_members
    where "organisationId" = ${organisationId}::uuid and "personId" = ${personId}::uuid for update`;
  if (!member) throw refuse("organisation.no_member");
  return member;
}
