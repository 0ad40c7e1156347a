import "server-only";
import { type Actor, isAgent } from "../actor";
import { db } from "../db";
import { describeRequest, type RequestPage, requestColumns } from "../requests/page";
import { visibleTo } from "../requests/policy";
import { numberOf } from "../requests/reference";
import { readTimeline } from "../requests/timeline";

export type AgentChoice = { id: string; name: string };

/** A request as agents see it: the desk's words, the notes, the people. */
export type DeskPage = RequestPage & {
  requester: { name: string; email: string };
  assignee: AgentChoice | null;
  /** Null while it is the customer's turn. */
  waitingSince: string | null;
  agents: AgentChoice[];
};

/** The agents' page of one request; null for a missing request and for anybody who is not an agent. */
export async function readDeskPage(actor: Actor, reference: string): Promise<DeskPage | null> {
  const number = numberOf(reference);
  if (number === null || !isAgent(actor)) return null;
  const request = await db().serviceRequest.findFirst({
    where: { AND: [{ number }, visibleTo(actor)] },
    select: {
      ...requestColumns,
      waitingSince: true,
      deskSpokeLast: true,
      isOpen: true,
      requester: { select: { name: true, email: true } },
      assignee: { select: { id: true, name: true } },
      notes: { select: { id: true, body: true } },
    },
  });
  if (!request) return null;
  const notes = new Map(request.notes.map(note => [note.id, note.body]));
  const [timeline, agents] = await Promise.all([
    readTimeline(request.id, actor, "label", notes),
    db().person.findMany({
      where: { role: { in: ["agent", "admin"] }, suspendedAt: null }, // index on (role, email)
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
  ]);
  return {
    ...describeRequest(actor, request, "label"),
    timeline,
    requester: request.requester,
    assignee: request.assignee,
    waitingSince: request.isOpen && !request.deskSpokeLast ? request.waitingSince.toISOString() : null,
    agents,
  };
}
