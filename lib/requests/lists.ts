import "server-only";
import type { PersonActor } from "../actor";
import { readCursor, writeCursor } from "../cursor";
import { db } from "../db";
import type { Status } from "../generated/enums";
import { statuses } from "./lifecycle";
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
 * The requests the actor takes part in, newest activity first. `before` is the cursor a former page gave as
 * `older`; one that cannot be read begins at the top.
 */
export async function listMyRequests(actor: PersonActor, show: Show, before?: string): Promise<RequestList> {
  const cursor = readCursor(before);
  const members = await db().member.findMany({
    where: {
      personId: actor.id,
      ...(show !== "all" && { isOpen: show === "open" }),
      ...(cursor && {
        lastActivityAt: { lte: cursor.at },
        OR: [{ lastActivityAt: { lt: cursor.at } }, { requestId: { lt: cursor.id } }],
      }),
    },
    orderBy: [{ lastActivityAt: "desc" }, { requestId: "desc" }], // index members_by_phase, or members_newest for all
    take: pageSize + 1,
    select: {
      requestId: true,
      lastActivityAt: true,
      request: {
        select: {
          number: true,
          summary: true,
          status: true,
          form: { select: { type: { select: { name: true } } } },
        },
      },
    },
  });
  const page = members.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page.map(({ request, lastActivityAt }) => ({
      reference: referenceOf(request.number),
      href: `/requests/${referenceOf(request.number)}`,
      summary: request.summary,
      typeName: request.form.type.name,
      status: request.status,
      statusLabel: statuses[request.status].customerLabel,
      lastActivityAt: lastActivityAt.toISOString(),
    })),
    older:
      members.length > pageSize && last ? writeCursor({ at: last.lastActivityAt, id: last.requestId }) : null,
  };
}

/** How many of the actor's requests are open; counted up to 100, more is not told apart. */
export async function countMyOpenRequests(actor: PersonActor): Promise<number> {
  const rows = await db().member.findMany({
    where: { personId: actor.id, isOpen: true }, // index members_by_phase
    take: 100,
    select: { requestId: true },
  });
  return rows.length;
}
