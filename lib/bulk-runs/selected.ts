import "server-only";
import type { PersonActor } from "../actor";
import { isAgent } from "../actor";
import { db, type Tx } from "../db";
import { notFound, refuse } from "../refusal";
import { standingColumns, visibleTo } from "../requests/policy";
import { numberOf } from "../requests/reference";
import { deskList } from "../search/desk-list";
import { readListQuery } from "../search/view";
import { findWholeQueue } from "../search/whole-queue";
import { maxRequests, type Selection } from "./input";

/**
 * Which requests are meant, at this moment, as far as this agent may see them.
 * @throws Refusal not_found (no agent), invalid (more than there may be)
 */
export async function findSelected(actor: PersonActor, { references, query }: Selection): Promise<string[]> {
  if (!isAgent(actor)) throw notFound();
  if (query !== undefined) return findWholeQueue(actor, readListQuery(deskList, query), maxRequests);
  const numbers = [...new Set(references.map(numberOf).filter(number => number !== null))];
  if (numbers.length > maxRequests) throw refuse("bulk.too_many", { max: maxRequests });
  const found = await db().serviceRequest.findMany({
    where: { AND: [{ number: { in: numbers } }, visibleTo(actor)] },
    select: { id: true, number: true },
  });
  const ids = new Map(found.map(({ id, number }) => [number, id]));
  return numbers.flatMap(number => ids.get(number) ?? []);
}

/** These requests in this order, with all that decides what can be done to them. */
export async function readSelected(tx: Tx, actor: PersonActor, ids: string[]) {
  const found = await tx.serviceRequest.findMany({
    where: { AND: [{ id: { in: ids } }, visibleTo(actor)] },
    select: {
      ...{ id: true, number: true, summary: true, version: true, assigneeId: true },
      ...standingColumns,
    },
  });
  const byId = new Map(found.map(request => [request.id, request]));
  return ids.flatMap(id => byId.get(id) ?? []);
}
