import "server-only";
import { type AgentChoice, listAgents } from "../accounts/agents";
import { type Actor, isAgent } from "../actor";
import { now } from "../clock";
import { db } from "../db";
import { describeRequest, type RequestPage, requestColumns } from "../requests/customer-view";
import { readHistory } from "../requests/history";
import { type HistoryView, wholeHistory } from "../requests/history-view";
import { assigneeByReply, visibleTo } from "../requests/policy";
import { numberOf } from "../requests/reference";
import { readDeskSettings } from "../settings";

export type DeskPage = RequestPage & {
  requester: { name: string; email: string };
  assignee: AgentChoice | null;
  /** Null during the customer's turn. */
  waitingSince: string | null;
  agents: AgentChoice[];
  /** Whether a public reply would assign the request to the reader. */
  assignsByReply: boolean;
};

/** Null for a missing request and for anybody who is not an agent. */
export async function readDeskPage(
  actor: Actor,
  reference: string,
  view: HistoryView = wholeHistory,
): Promise<DeskPage | null> {
  const number = numberOf(reference);
  if (number === null || !isAgent(actor)) return null;
  const request = await db().serviceRequest.findFirst({
    where: { AND: [{ number }, visibleTo(actor)] },
    select: {
      ...requestColumns(actor),
      waitingSince: true,
      deskSpokeLast: true,
      isOpen: true,
      requester: { select: { id: true, name: true, role: true, email: true } },
      assignee: { select: { id: true, name: true } },
    },
  });
  if (!request) return null;
  const [shared, history, agents] = await Promise.all([
    describeRequest({ actor, at: now(), settings: await readDeskSettings() }, request, "agent"),
    readHistory(request, { actor, wordedFor: "agent", withNotes: true, seesInvited: true }, view),
    listAgents(),
  ]);
  return {
    ...shared,
    ...history,
    requester: { name: request.requester.name, email: request.requester.email },
    assignee: request.assignee,
    waitingSince: request.isOpen && !request.deskSpokeLast ? request.waitingSince.toISOString() : null,
    agents,
    assignsByReply: assigneeByReply(actor, { ...request, assigneeId: request.assignee?.id ?? null }) !== null,
  };
}
