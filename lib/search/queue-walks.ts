import "server-only";
import type { PersonActor } from "../actor";
import { Prisma } from "../db";
import type { Order } from "./columns";
import type { Key } from "./cursor";
import { type Condition, type FilterName, filterOf, followedBy } from "./filters";
import type { Walk } from "./scope";

const { sql, empty } = Prisma;

export const wholeDesk = {
  from: sql`requests r`,
  ofOne: (id: Prisma.Sql) => sql`(select * from requests where id = ${id} offset 0) r`, // requests_pkey
  id: sql`r.id`,
  extra: [],
};

export const conditionOf = <F extends FilterName>(filters: Condition[], field: F) =>
  filters.find((condition): condition is Extract<Condition, { field: F }> => condition.field === field);

/** Read along with the walk, so that only what else is asked for can make a page end early. */
export function sleepIn(filters: Condition[]): Prisma.Sql {
  const snoozed = conditionOf(filters, "snoozed");
  if (!snoozed) return empty;
  return snoozed.value === "yes"
    ? sql` and r."snoozedUntil" is not null`
    : sql` and r."snoozedUntil" is null`;
}

/** The soonest to come back first. */
const walkSleeping = ({ by, direction }: Order): Walk => ({
  ...wholeDesk,
  index: "requests_snoozed",
  order: "snoozed",
  direction: by === "snoozed" ? direction : "asc",
  keys: [{ by: sql`r."snoozedUntil"`, kind: "timestamptz" }],
  where: sql`r."snoozedUntil" is not null`,
  covers: ["phase", "snoozed"],
});

const keysOfQueue: Key[] = [
  { by: sql`r."deskSpokeLast"`, kind: "bool" },
  { by: sql`r."waitingSince"`, kind: "timestamptz" },
];

/** Of what somebody follows, which PostgreSQL then looks up by their keys. */
export const isFollowed = ({ id }: PersonActor): Prisma.Sql => sql`r.id = any(${followedBy(id)})`;

/** What is linked with one request, which PostgreSQL then looks up by its keys; null where that is not asked. */
export function walkLinked(filters: Condition[], actor: PersonActor): QueueWalk | null {
  const linked = conditionOf(filters, "linked");
  if (!linked) return null;
  return { index: "request_links_to", where: filterOf(linked).toSql(linked, actor), covers: ["linked"] };
}

/** The index for open requests, by what is asked of them. */
export function walkQueue(filters: Condition[], order: Order, actor: PersonActor): Walk {
  const turn = conditionOf(filters, "turn");
  const turnSql = turn?.value === "customer" ? sql` and r."deskSpokeLast"` : sql` and not r."deskSpokeLast"`;
  const sleep = sleepIn(filters);
  const isFree = !["linked", "follower", "assignee", "status", "team"].some(field =>
    filters.some(one => one.field === field),
  );
  if (conditionOf(filters, "snoozed")?.value === "yes" && isFree && !turn) return walkSleeping(order);
  const priority = conditionOf(filters, "priority");
  if (isFree && (priority || order.by === "priority"))
    return walkByPriority({ priority, only: sql`${turn ? turnSql : empty}${sleep}`, order });
  const { index, where, covers, alike } = walkOfQueue(filters, actor);
  // With more to read beside it, PostgreSQL leaves the index of teams for another.
  const isOfTeam = index === "requests_queue_by_team";
  return {
    ...wholeDesk,
    index,
    order: "waiting",
    direction: order.by === "waiting" ? order.direction : "asc",
    keys: keysOfQueue,
    where: sql`${where}${turn ? turnSql : empty}${isOfTeam ? empty : sleep}`,
    ...(alike && { alike }),
    covers: ["phase", "turn", ...(isOfTeam ? [] : (["snoozed"] as const)), ...covers],
  };
}

type ByPriority = {
  priority: Extract<Condition, { field: "priority" }> | undefined;
  only: Prisma.Sql;
  order: Order;
};

/** The most urgent first, and of these the longest waiting. */
function walkByPriority({ priority, only, order }: ByPriority): Walk {
  const is = priority ? sql` and r.priority = ${priority.value}::"Priority"` : empty;
  return {
    ...wholeDesk,
    index: "requests_queue_by_priority",
    order: order.by === "priority" ? "priority" : "waiting",
    direction: order.by === "priority" || order.by === "waiting" ? order.direction : "asc",
    keys: [
      ...(order.by === "priority" ? [{ by: sql`r.priority`, kind: "priority" } as const] : []),
      ...keysOfQueue,
    ],
    where: sql`r."isOpen"${is}${only}`,
    covers: ["phase", "turn", "snoozed", "priority"],
  };
}

type QueueWalk = Pick<Walk, "index" | "where" | "covers" | "alike">;

/** By what is likely to leave the fewest. */
function walkOfQueue(filters: Condition[], actor: PersonActor): QueueWalk {
  const linked = walkLinked(filters, actor);
  if (linked) return { ...linked, where: sql`r."isOpen" and ${linked.where}` };
  if (conditionOf(filters, "follower"))
    return {
      index: "followers_of_person",
      where: sql`r."isOpen" and ${isFollowed(actor)}`,
      covers: ["follower"],
    };
  const assignee = conditionOf(filters, "assignee");
  if (assignee)
    return {
      index: "requests_queue_by_assignee",
      where: sql`${assignedTo(assignee.value, actor)} and r."isOpen"`,
      covers: ["assignee"],
      ...(assignee.value === "nobody" && { alike: sql`r."assigneeId"` }),
    };
  const team = conditionOf(filters, "team");
  if (team && team.value !== "none")
    return {
      index: "requests_queue_by_team",
      // PostgreSQL does not conclude from the rest that the index has it.
      where: sql`r."isOpen" and r."teamId" is not null and ${filterOf(team).toSql(team, actor)}`,
      covers: ["team"],
    };
  const status = conditionOf(filters, "status");
  return status
    ? {
        index: "requests_queue_by_status",
        where: sql`r.status = ${status.value}::"Status"`,
        covers: ["status"],
      }
    : { index: "requests_queue", where: sql`r."isOpen"`, covers: [] };
}

const assignedTo = (to: string, { id }: PersonActor): Prisma.Sql =>
  to === "nobody" ? sql`r."assigneeId" is null` : sql`r."assigneeId" = ${to === "me" ? id : to}::uuid`;
