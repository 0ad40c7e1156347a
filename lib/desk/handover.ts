import "server-only";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import { loadRequest } from "../requests/load";
import { isOwnDoing } from "../requests/own-doing";
import { can } from "../requests/policy";
import type { HandOverInput } from "./input";
import { confirmLosing } from "./losing-sight";

/**
 * Hands the request over to another team, or to none. It stays with its assignee if they are in that team, and is for
 * anybody there to take if not.
 * @param told who loses sight of it, as far as whoever does it knows already
 * @throws Refusal not_found, forbidden, invalid (no such team, or archived), conflict (somebody else was faster; agents
 *   lose sight of it, and whoever does it was not told)
 */
export async function handOverRequest(
  act: Act,
  input: HandOverInput,
  told: readonly string[] = [],
): Promise<void> {
  const request = await loadRequest(act, input.reference);
  if (!can(act, "hand over", request)) throw refuse("handover.agents_only");
  const to = input.to === null ? null : await findTeam(act, input.to);
  if (request.teamId === to) return;
  const from = input.from === null ? null : await idOf(act, input.from);
  const { assigneeId, teamId } = request;
  if (teamId !== from && !(await isOwnDoing(act, request.id, ["request_handed_over"])))
    throw refuse("handover.conflict");
  const isFreed = to !== null && assigneeId !== null && !(await isIn(act, to, assigneeId));
  await confirmLosing(act, { requestIds: [request.id], to }, { mark: input.losing, people: told });
  const { count } = await act.tx.serviceRequest.updateMany({
    where: { id: request.id, teamId, assigneeId },
    data: { teamId: to, ...(isFreed && { assigneeId: null }) },
  });
  if (count === 0) throw refuse("handover.conflict");
  const data = { fromTeamId: teamId, toTeamId: to, ...(isFreed && { unassigned: true as const }) };
  await record(act, "request_handed_over", data, { requestId: request.id });
}

/** Locks it, so that it is not archived meanwhile. */
async function findTeam({ tx }: Act, slug: string): Promise<string> {
  const [team] = await tx.$queryRaw<{ id: string }[]>`
    select id from teams where slug = ${slug} and "archivedAt" is null for share`;
  if (!team) throw refuse("team.gone", {}, { field: "to" });
  return team.id;
}

/** @throws Refusal conflict: no request is of a team that there is not */
async function idOf({ tx }: Act, slug: string): Promise<string> {
  const team = await tx.team.findUnique({ where: { slug }, select: { id: true } });
  if (!team) throw refuse("handover.conflict");
  return team.id;
}

async function isIn({ tx }: Act, teamId: string, personId: string): Promise<boolean> {
  return (await tx.teamMember.count({ where: { teamId, personId } })) > 0;
}
