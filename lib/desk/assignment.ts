import "server-only";
import type { Prisma } from "../db";
import { type Act, byPerson, record } from "../events/act";
import type { RequestEventType } from "../events/types";
import { refuse } from "../refusal";
import { loadRequest } from "../requests/load";
import { isOwnDoing } from "../requests/own-doing";
import { can } from "../requests/policy";
import type { AssignInput, ClaimInput } from "./input";

/**
 * Assigns an unassigned request to the actor.
 * @throws Refusal not_found, forbidden, conflict (somebody else claimed it first)
 */
export async function claimRequest(act: Act, input: ClaimInput): Promise<void> {
  const { actor } = byPerson(act);
  await assign(act, input.reference, null, actor.id);
}

/**
 * Assigns the request to another agent, or to nobody.
 * @throws Refusal not_found, forbidden, invalid (no such agent), conflict
 */
export async function assignRequest(act: Act, input: AssignInput): Promise<void> {
  const to = input.to === null ? null : await findAgent(act, input.to);
  await assign(act, input.reference, input.from, to);
}

async function findAgent(act: Act, id: string): Promise<string> {
  const agent = await act.tx.person.findFirst({
    where: { id, role: { in: ["agent", "admin"] }, suspendedAt: null },
    select: { id: true },
  });
  if (!agent) throw refuse("assignment.no_agent", {}, { field: "to" });
  return agent.id;
}

/** What can change who has a request: a reply takes it on, too, and handing over can free it. */
const assigningTypes: RequestEventType[] = [
  "request_assigned",
  "comment_posted",
  "request_moved",
  "request_handed_over",
];
/** Those of them that did. */
const changesAssignee: Prisma.EventWhereInput = {
  OR: [
    { type: "request_assigned" },
    { data: { path: ["tookOn"], equals: true } },
    { data: { path: ["unassigned"], equals: true } },
  ],
};

async function assign(act: Act, reference: string, from: string | null, to: string | null): Promise<void> {
  const request = await loadRequest(act, reference);
  if (!can(act, "assign", request)) throw refuse("assignment.agents_only");
  if (request.assigneeId === to) return;
  const { assigneeId } = request;
  if (assigneeId !== from && !(await isOwnDoing(act, request.id, assigningTypes, changesAssignee)))
    throw refuse("assignment.conflict");
  const { count } = await act.tx.serviceRequest.updateMany({
    where: { id: request.id, assigneeId },
    data: { assigneeId: to },
  });
  if (count === 0) throw refuse("assignment.conflict");
  await record(act, "request_assigned", { toId: to }, { requestId: request.id });
}
