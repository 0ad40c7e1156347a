import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { Prisma, readRows } from "../db";
import { perProcess } from "../process/per-process";
import { notFound } from "../refusal";
import { deskVisibleSql } from "../requests/policy";
import { deskList, type QueueTab, queueTabs } from "./desk-list";
import { filterOf } from "./filters";
import { deskScope } from "./scope";
import type { View } from "./view";
import { admits, inOrderOf, maxWalked, windowSql } from "./walk";

const { sql, join, raw } = Prisma;

/** Where counting stops. */
const maxCounted = 100;

/** Null for a tab that is not for this agent. */
export type QueueCounts = Record<QueueTab, number | null> & {
  /** In the order of the views; null for one that searches words, or that fits too few of many requests. */
  saved: (number | null)[];
};
type Kept = { stamp: string; until: number; counts: Promise<QueueCounts> };

const kept = () => perProcess("queue counts", () => new Map<string, Kept>());
const keptForMs = 1_000;

/**
 * How many requests each tab of the queue has. Shared for a second by all pages of a person that are drawn from the
 * same stamp, which changes with each event. @throws Refusal not_found for anybody who is not an agent
 */
export async function countQueue(
  actor: PersonActor,
  stamp: string,
  saved: View[] = [],
): Promise<QueueCounts> {
  if (!isAgent(actor)) throw notFound();
  const known = kept().get(actor.id);
  const asked = `${stamp} ${JSON.stringify(saved)}`;
  if (known?.stamp === asked && performance.now() < known.until) return known.counts;
  const counts = count(actor, saved);
  kept().set(actor.id, { stamp: asked, until: performance.now() + keptForMs, counts });
  counts.catch(() => kept().delete(actor.id));
  return counts;
}

const tabs = Object.entries(queueTabs);

async function count(actor: PersonActor, saved: View[]): Promise<QueueCounts> {
  // Indexes: those of the walks, and team_members_personId_idx.
  const scope = deskScope(actor);
  const counted = tabs.map(([name, conditions]) => {
    const view = { words: "", filters: [...conditions] };
    const walk = scope.walkFor(view.filters, deskList.usualOrder(view));
    const fits = [
      walk.where,
      deskVisibleSql(actor),
      ...conditions.map(condition => filterOf(condition).toSql(condition, actor)),
    ];
    // In order, because PostgreSQL reads the whole table for the first hundred where it does not know how rare they are.
    const counted = sql`(select count(*)::int from (
      select from ${walk.from} where ${join(fits, " and ")} order by ${inOrderOf(walk)} limit ${maxCounted}
    ) counted)`;
    const isInTeam = sql`exists (select from team_members m where m."personId" = ${actor.id}::uuid)`;
    return sql`${name === "my_teams" ? sql`case when ${isInTeam} then ${counted} end` : counted} as ${raw(`"${name}"`)}`;
  });
  const ofSaved = saved.map(view => (view.words === "" ? countSql(actor, view) : sql`null`));
  const [counts] = await readRows<QueueCounts>(
    sql`select ${join(counted)}, ${ofSaved.length > 0 ? sql`json_build_array(${join(ofSaved)})` : sql`'[]'::json`} as saved`,
  );
  if (!counts) throw new Error("A count answers with one row.");
  return counts;
}

/** Goes along the index of the view, as far as its page would; null where that leaves the count open. */
function countSql(actor: PersonActor, view: View): Prisma.Sql {
  const scope = deskScope(actor);
  const order = deskList.usualOrder(view);
  const walk = scope.walkFor(view.filters, order);
  const window = sql`${windowSql(walk, { walk: null, row: null })} order by ${inOrderOf(walk)} limit ${raw(`${maxWalked}`)}`;
  const fits = admits({ actor, view, scope });
  return sql`(
    select case when fitting < ${maxCounted} and (select count(*) from (${window}) walked) = ${maxWalked} then null else fitting end
    from (
      select count(*)::int as fitting from (
        select from (${window}) w
        cross join lateral (select * from requests where id = w.id offset 0) r
        where ${fits} limit ${maxCounted}
      ) fits
    ) counted)`;
}
