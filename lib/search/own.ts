import "server-only";
import type { PersonActor } from "../actor";
import { db } from "../db";
import { visibleSql } from "../requests/policy";

export type TypeChoice = { value: string; label: string };

export async function listMyTypes(actor: PersonActor): Promise<TypeChoice[]> {
  // members_newest, requests_pkey: what is one's own, at most the latest 1,000
  return db().$queryRaw<TypeChoice[]>`
    select distinct t.slug as value, t.name as label
    from (
      select "requestId" from members where "personId" = ${actor.id}::uuid
      order by "lastActivityAt" desc, "requestId" desc limit 1000
    ) m
    join requests r on r.id = m."requestId"
    join form_versions f on f.id = r."formVersionId"
    join request_types t on t.id = f."typeId"
    where ${visibleSql(actor)}
    order by t.name, t.slug`;
}

/** Counted up to 100. */
export async function countMyRequests(actor: PersonActor): Promise<{ open: number; waiting: number }> {
  const rows = await db().member.findMany({
    where: { personId: actor.id, isOpen: true },
    // The order of the index members_by_phase; by default Prisma sorts all of one's own by their keys.
    orderBy: [{ lastActivityAt: "desc" }, { requestId: "desc" }],
    take: 100,
    select: { request: { select: { status: true } } },
  });
  return {
    open: rows.length,
    waiting: rows.filter(({ request }) => request.status === "waiting_for_customer").length,
  };
}
