import "server-only";
import { z } from "zod";
import { isAgent, type PersonActor } from "../actor";
import { type Cursor, readCursor, writeCursor } from "../cursor";
import { db } from "../db";
import type { Status } from "../generated/enums";
import { notFound } from "../refusal";
import { statuses, statusNames } from "../requests/lifecycle";
import { visibleTo } from "../requests/policy";
import { referenceOf } from "../requests/reference";

/** The filters of the queue as they stand in its address; anything else in there falls back to the whole queue. */
export const queueFilter = z.object({
  status: z.enum(["open", ...statusNames]).catch("open"),
  assigned: z.enum(["anyone", "me", "nobody"]).catch("anyone"),
  after: z.string().max(100).optional().catch(undefined),
});
export type QueueFilter = z.output<typeof queueFilter>;

export type QueueRow = {
  reference: string;
  summary: string;
  typeName: string;
  requesterName: string;
  assigneeName: string | null;
  status: Status;
  statusLabel: string;
  /** Null while it is the customer's turn. */
  waitingSince: string | null;
};
export type Queue = { rows: QueueRow[]; next: string | null };

const pageSize = 50;

/**
 * Requests for agents: those that wait for the desk first, and of them the one that has waited longest.
 * @throws Refusal not_found for anybody who is not an agent
 */
export async function listQueue(actor: PersonActor, filter: QueueFilter): Promise<Queue> {
  if (!isAgent(actor)) throw notFound();
  const [turn, place] = filter.after?.split("~") ?? [];
  const cursor = readCursor(place);
  const rows = cursor && turn === "customer" ? [] : await readTurn(actor, filter, false, cursor);
  if (rows.length <= pageSize)
    rows.push(...(await readTurn(actor, filter, true, turn === "customer" ? cursor : null)));
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page.map(row => ({
      reference: referenceOf(row.number),
      summary: row.summary,
      typeName: row.form.type.name,
      requesterName: row.requester.name,
      assigneeName: row.assignee?.name ?? null,
      status: row.status,
      statusLabel: statuses[row.status].label,
      waitingSince: row.deskSpokeLast ? null : row.waitingSince.toISOString(),
    })),
    next: rows.length > pageSize && last ? placeOf(last) : null,
  };
}

const placeOf = (row: { deskSpokeLast: boolean; waitingSince: Date; id: string }) =>
  `${row.deskSpokeLast ? "customer" : "desk"}~${writeCursor({ at: row.waitingSince, id: row.id })}`;

/** One row more than a page of those whose turn it is, from the cursor on. */
function readTurn(actor: PersonActor, filter: QueueFilter, deskSpokeLast: boolean, cursor: Cursor | null) {
  return db().serviceRequest.findMany({
    where: {
      AND: [visibleTo(actor)],
      deskSpokeLast,
      ...(filter.status === "open" ? { isOpen: true } : { status: filter.status }),
      ...(filter.assigned !== "anyone" && { assigneeId: filter.assigned === "me" ? actor.id : null }),
      ...(cursor && {
        waitingSince: { gte: cursor.at },
        OR: [{ waitingSince: { gt: cursor.at } }, { id: { gt: cursor.id } }],
      }),
    },
    // indexes requests_queue, …_by_status, …_by_assignee, …_by_assignee_and_status
    orderBy: [{ waitingSince: "asc" }, { id: "asc" }],
    take: pageSize + 1,
    select: {
      id: true,
      number: true,
      summary: true,
      status: true,
      waitingSince: true,
      deskSpokeLast: true,
      requester: { select: { name: true } },
      assignee: { select: { name: true } },
      form: { select: { type: { select: { name: true } } } },
    },
  });
}

export type StatusChoice = { value: Status | "open"; label: string };

export const statusChoices: StatusChoice[] = [
  { value: "open", label: "All open" },
  ...statusNames.map(value => ({ value, label: statuses[value].label })),
];
