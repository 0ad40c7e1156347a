import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { Prisma, readRows } from "../db";
import { perProcess } from "../process/per-process";
import { notFound } from "../refusal";
import { type QueueTab, queueTabs } from "./desk-list";
import { filterOf } from "./filters";

const { sql, join, raw } = Prisma;

/** Where counting stops. */
const maxCounted = 100;

export type QueueCounts = Record<QueueTab, number>;
type Kept = { stamp: string; until: number; counts: Promise<QueueCounts> };

const kept = () => perProcess("queue counts", () => new Map<string, Kept>());
const keptForMs = 1_000;

/**
 * How many requests each tab of the queue has. Shared for a second by all pages of a person that are drawn from the
 * same stamp, which changes with each event. @throws Refusal not_found for anybody who is not an agent
 */
export async function countQueue(actor: PersonActor, stamp: string): Promise<QueueCounts> {
  if (!isAgent(actor)) throw notFound();
  const known = kept().get(actor.id);
  if (known?.stamp === stamp && performance.now() < known.until) return known.counts;
  const counts = count(actor);
  kept().set(actor.id, { stamp, until: performance.now() + keptForMs, counts });
  counts.catch(() => kept().delete(actor.id));
  return counts;
}

const tabs = Object.entries(queueTabs);

async function count(actor: PersonActor): Promise<QueueCounts> {
  // Indexes: requests_queue_by_assignee, requests_queue_by_status, requests_queue, requests_to_close.
  const counted = tabs.map(([name, conditions]) => {
    const fits = conditions.map(condition => filterOf(condition).toSql(condition, actor));
    return sql`(
      select count(*)::int from (select from requests r where ${join(fits, " and ")} limit ${maxCounted}) counted
    ) as ${raw(`"${name}"`)}`;
  });
  const [counts] = await readRows<QueueCounts>(sql`select ${join(counted)}`);
  if (!counts) throw new Error("A count answers with one row.");
  return counts;
}
