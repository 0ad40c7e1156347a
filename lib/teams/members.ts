import "server-only";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import { loadTeam } from "./load";

type Membership = { slug: string; person: string };

/** @throws Refusal not_found, invalid (no active agent), conflict (in it already) */
export async function addTeamMember(act: Act, { slug, person: personId }: Membership): Promise<void> {
  const { team } = await loadTeam(act, slug);
  const agent = await act.tx.person.findFirst({
    where: { id: personId, role: { in: ["agent", "admin"] }, suspendedAt: null },
    select: { id: true },
  });
  if (!agent) throw refuse("team.no_agent", {}, { field: "person" });
  const { count } = await act.tx.teamMember.createMany({
    data: [{ teamId: team.id, personId, addedAt: act.at }],
    skipDuplicates: true,
  });
  if (count === 0) throw refuse("team.has_member", {}, { field: "person" });
  await record(act, "team_member_added", { teamId: team.id }, { personId });
}

/** Requests of the team that are assigned to them stay so. @throws Refusal not_found, conflict (no member any more) */
export async function removeTeamMember(act: Act, { slug, person: personId }: Membership): Promise<void> {
  const { team } = await loadTeam(act, slug);
  const { count } = await act.tx.teamMember.deleteMany({ where: { teamId: team.id, personId } });
  if (count === 0) throw refuse("team.no_member");
  await record(act, "team_member_removed", { teamId: team.id }, { personId });
}

/** @throws Refusal not_found, conflict (no member any more) */
export async function setLead(
  act: Act,
  { slug, person: personId, isLead }: Membership & { isLead: boolean },
): Promise<void> {
  const { team } = await loadTeam(act, slug);
  const key = { teamId: team.id, personId };
  const member = await act.tx.teamMember.findUnique({
    where: { teamId_personId: key },
    select: { isLead: true },
  });
  if (!member) throw refuse("team.no_member");
  if (member.isLead === isLead) return;
  await act.tx.teamMember.updateMany({ where: key, data: { isLead } });
  await record(act, "team_lead_set", { teamId: team.id, isLead }, { personId });
}
