import "server-only";
import type { PersonActor } from "../actor";
import { readCursor, writeCursor } from "../cursor";
import { db } from "../db";
import type { Status } from "../generated/enums";
import { statuses } from "./lifecycle";
import { visibleTo } from "./policy";
import { referenceOf } from "./reference";

export type Show = "open" | "closed" | "all";
export type RequestRow = {
  reference: string;
  href: string;
  summary: string;
  typeName: string;
  status: Status;
  statusLabel: string;
  lastActivityAt: string;
};
export type RequestList = { rows: RequestRow[]; older: string | null };

const pageSize = 25;

/**
 * The actor's own requests, newest activity first. `before` is the cursor a former page gave as `older`;
 * one that cannot be read begins at the top.
 */
export async function listMyRequests(actor: PersonActor, show: Show, before?: string): Promise<RequestList> {
  const cursor = readCursor(before);
  const rows = await db().serviceRequest.findMany({
    where: {
      AND: [visibleTo(actor), { requesterId: actor.id }],
      ...(show !== "all" && { isOpen: show === "open" }),
      ...(cursor && {
        lastActivityAt: { lte: cursor.at },
        OR: [{ lastActivityAt: { lt: cursor.at } }, { id: { lt: cursor.id } }],
      }),
    },
    orderBy: [{ lastActivityAt: "desc" }, { id: "desc" }], // index requests_mine_by_phase, or requests_mine for all
    take: pageSize + 1,
    select: {
      id: true,
      number: true,
      summary: true,
      status: true,
      lastActivityAt: true,
      form: { select: { type: { select: { name: true } } } },
    },
  });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page.map(row => ({
      reference: referenceOf(row.number),
      href: `/requests/${referenceOf(row.number)}`,
      summary: row.summary,
      typeName: row.form.type.name,
      status: row.status,
      statusLabel: statuses[row.status].customerLabel,
      lastActivityAt: row.lastActivityAt.toISOString(),
    })),
    older: rows.length > pageSize && last ? writeCursor({ at: last.lastActivityAt, id: last.id }) : null,
  };
}

/** How many of the actor's requests are open; counted up to 100, more is not told apart. */
export async function countMyOpenRequests(actor: PersonActor): Promise<number> {
  const rows = await db().serviceRequest.findMany({
    where: { AND: [visibleTo(actor), { requesterId: actor.id, isOpen: true }] }, // index requests_mine_by_phase
    take: 100,
    select: { id: true },
  });
  return rows.length;
}
