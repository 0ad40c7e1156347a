import "server-only";
import type { PersonActor } from "../actor";
import { Prisma } from "../db";
import type { Direction, Order, Sort } from "./columns";
import type { Key } from "./cursor";
import { type Condition, type FilterName, isOpenOnly } from "./filters";
import type { Inside } from "./found";

const { sql, join, empty } = Prisma;

export type Walk = {
  index: string;
  /** The order of the index, with equal keys ordered by id. */
  order: Sort;
  direction: Direction;
  from: Prisma.Sql;
  id: Prisma.Sql;
  keys: Key[];
  where: Prisma.Sql;
  extra: Prisma.Sql;
  /** Fields whose conditions are already in `where`. */
  covers: readonly FilterName[];
};

export type Scope = {
  walkFor: (filters: Condition[], order: Order) => Walk;
  inside: readonly Inside[];
  /** Looks up a typed number directly, because a walk would reach it late. */
  findsNumbers: boolean;
  latest: (count: number) => Prisma.Sql;
};

const conditionOf = <F extends FilterName>(filters: Condition[], field: F) =>
  filters.find((condition): condition is Extract<Condition, { field: F }> => condition.field === field);

export function ownScope(actor: PersonActor): Scope {
  const mine = sql`m."personId" = ${actor.id}::uuid`;
  return {
    inside: [],
    findsNumbers: false,
    latest: count => sql`
      select m."requestId" as id from members m where ${mine}
      order by m."lastActivityAt" desc, m."requestId" desc limit ${count}`, // members_newest
    walkFor: (filters, order) => {
      const phase = isOpenOnly(filters) ? "open" : phaseOf(filters);
      const isOpen = phase === "open" ? sql`m."isOpen"` : sql`not m."isOpen"`;
      return {
        index: phase ? "members_by_phase" : "members_newest",
        order: "activity",
        direction: order.by === "activity" ? order.direction : "desc",
        from: sql`members m`,
        id: sql`m."requestId"`,
        keys: [{ by: sql`m."lastActivityAt"`, kind: "timestamptz" }],
        where: phase ? sql`${mine} and ${isOpen}` : mine,
        extra: sql`, m.role`,
        covers: ["phase"],
      };
    },
  };
}

function phaseOf(filters: Condition[]): "open" | "done" | null {
  if (conditionOf(filters, "status")) return "done";
  return conditionOf(filters, "phase")?.value ?? null;
}

const walks = {
  reference: { index: "requests_number_key", key: { by: sql`r.number`, kind: "int" } },
  raised: { index: "requests_by_age", key: { by: sql`r."createdAt"`, kind: "timestamptz" } },
  activity: { index: "requests_by_activity", key: { by: sql`r."lastActivityAt"`, kind: "timestamptz" } },
} as const;

const wholeDesk = { from: sql`requests r`, id: sql`r.id`, extra: sql`, null::"MemberRole" as role` };

export function deskScope(actor: PersonActor): Scope {
  return {
    inside: ["customer", "note"],
    findsNumbers: true,
    latest: count => sql`
      select r.id from requests r order by r."lastActivityAt" desc, r.id desc limit ${count}`, // requests_by_activity
    walkFor: (filters, order) => {
      if (isOpenOnly(filters)) return walkQueue(filters, order, actor);
      const by = order.by === "reference" || order.by === "raised" ? order.by : "activity";
      const { index, key } = walks[by];
      return {
        ...wholeDesk,
        index,
        order: by,
        direction: order.direction,
        keys: [key],
        where: sql`true`,
        covers: [],
      };
    },
  };
}

function walkQueue(filters: Condition[], order: Order, actor: PersonActor): Walk {
  const assignee = conditionOf(filters, "assignee");
  const status = conditionOf(filters, "status");
  const turn = conditionOf(filters, "turn");
  const turnSql = turn?.value === "customer" ? sql` and r."deskSpokeLast"` : sql` and not r."deskSpokeLast"`;
  const [index, where] = assignee
    ? ["requests_queue_by_assignee", sql`${assignedTo(assignee.value, actor)} and r."isOpen"`]
    : status
      ? ["requests_queue_by_status", sql`r.status = ${status.value}::"Status"`]
      : ["requests_queue", sql`r."isOpen"`];
  return {
    ...wholeDesk,
    index: index as string,
    order: "waiting",
    direction: order.by === "waiting" ? order.direction : "asc",
    keys: [
      { by: sql`r."deskSpokeLast"`, kind: "bool" },
      { by: sql`r."waitingSince"`, kind: "timestamptz" },
    ],
    where: sql`${where as Prisma.Sql}${turn ? turnSql : empty}`,
    covers: ["phase", "turn", ...(assignee ? (["assignee"] as const) : (["status"] as const))],
  };
}

const assignedTo = (to: string, { id }: PersonActor): Prisma.Sql =>
  to === "nobody" ? sql`r."assigneeId" is null` : sql`r."assigneeId" = ${to === "me" ? id : to}::uuid`;

export function walkNumbers(numbers: number[]): Walk {
  const { index, key } = walks.reference;
  return {
    ...wholeDesk,
    index,
    order: "reference",
    direction: "asc",
    keys: [key],
    where: sql`r.number in (${join(numbers)})`,
    covers: [],
  };
}
