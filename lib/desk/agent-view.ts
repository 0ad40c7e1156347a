import "server-only";
import { type AgentChoice, agentsSql } from "../accounts/agents";
import { type Actor, isAgent } from "../actor";
import { Prisma } from "../db";
import { describeRequest, type RequestPage, readSide, type Side } from "../requests/customer-view";
import { findRequest } from "../requests/found";
import { readHistory } from "../requests/history";
import type { HistoryView } from "../requests/history-view";
import { assigneeByReply } from "../requests/policy";
import { type Customer, type CustomerRow, customerOf, customerSql } from "./customer";

export type DeskPage = RequestPage & {
  requester: { name: string; email: string };
  customer: Customer;
  assignee: AgentChoice | null;
  /** Null during the customer's turn. */
  waitingSince: string | null;
  agents: AgentChoice[];
  /** Whether a public reply would assign the request to the reader. */
  assignsByReply: boolean;
};

type DeskRow = CustomerRow & {
  email: string;
  isOpen: boolean;
  deskSpokeLast: boolean;
  waitingSince: Date;
  assignee: AgentChoice | null;
  agents: AgentChoice[];
};

const deskColumns = (actor: Actor) => Prisma.sql`,
  ${customerSql(actor)}, requester.email, request."isOpen", request."deskSpokeLast", request."waitingSince", ${agentsSql} as agents,
  (
    select json_build_object('id', p.id, 'name', p.name) from people p where p.id = request."assigneeId"
  ) as assignee`;

/** Of a missing request, and for anybody who is not an agent, it finds nothing. */
export const deskSide: Side<DeskPage, DeskRow> = {
  view: "agent",
  find: async (actor, reference, beside) =>
    isAgent(actor) ? findRequest(actor, reference, Prisma.sql`${deskColumns(actor)} ${beside}`) : null,
  async read(request, view) {
    const { asking, requester, email, isOpen, deskSpokeLast, waitingSince, assignee, agents } = request;
    const { actor } = asking;
    const reader = { actor, wordedFor: "agent", withNotes: true, seesInvited: true } as const;
    return {
      ...describeRequest(request, "agent"),
      ...(await readHistory(request, reader, view)),
      requester: { name: requester.name, email },
      customer: customerOf(request, asking.settings),
      assignee,
      waitingSince: isOpen && !deskSpokeLast ? waitingSince.toISOString() : null,
      agents,
      assignsByReply: assigneeByReply(actor, { ...request, assigneeId: assignee?.id ?? null }) !== null,
    };
  },
};

export const readDeskPage = (actor: Actor, reference: string, view?: HistoryView) =>
  readSide(deskSide, actor, reference, view);
