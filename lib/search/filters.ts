import "server-only";
import { z } from "zod";
import type { PersonActor } from "../actor";
import { instantOf } from "../catalog/moments";
import { now } from "../clock";
import { Prisma } from "../db";
import { dateFormat } from "../formats";
import { MemberRole, type Status } from "../generated/enums";
import { isOpen, statusNames } from "../requests/lifecycle";
import { fold } from "./fold";

const { sql } = Prisma;

export type FilterFacts = {
  status: Status;
  isOpen: boolean;
  deskSpokeLast: boolean;
  typeSlug: string;
  assigneeId: string | null;
  requester: { name: string; email: string };
  role: MemberRole | null;
  createdAt: Date;
  lastActivityAt: Date;
  resolvedAt: Date | null;
};

/** "me" is this person, and days begin in their time zone. */
export type FilterReader = Pick<PersonActor, "id" | "timeZone">;

type Filter<S extends z.ZodType> = {
  shape: S;
  /** For row `r` of requests and the reader's role `w.role`. */
  toSql: (condition: z.output<S>, reader: FilterReader) => Prisma.Sql;
  fits: (facts: FilterFacts, condition: z.output<S>, reader: FilterReader) => boolean;
};
const define = <S extends z.ZodType>(filter: Filter<S>) => filter;

const is = <F extends string, V extends z.ZodType>(field: F, value: V) =>
  z.strictObject({ field: z.literal(field), operator: z.literal("is"), value });

const moment = <F extends string>(field: F, column: Prisma.Sql, of: (facts: FilterFacts) => Date) =>
  define({
    shape: z.strictObject({
      field: z.literal(field),
      operator: z.enum(["from", "until"]),
      value: z.iso.date().refine(day => day >= "1900" && day < "2900"),
    }),
    toSql: ({ operator, value }, { timeZone }) =>
      operator === "from"
        ? sql`${column} >= ${startOf(value, timeZone).toISOString()}::timestamptz`
        : sql`${column} < ${startOf(dayAfter(value), timeZone).toISOString()}::timestamptz`,
    fits: (facts, { operator, value }, { timeZone }) =>
      operator === "from"
        ? of(facts) >= startOf(value, timeZone)
        : of(facts) < startOf(dayAfter(value), timeZone),
  });

const startOf = (day: string, timeZone: string) => instantOf(`${day}T00:00`, timeZone);

function dayAfter(day: string, count = 1): string {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

const spans = { today: 1, week: 7, month: 30 } as const;

/** When the last so many calendar days of a time zone began, today among them. */
export function startOfSpan(span: keyof typeof spans, timeZone: string): Date {
  const [day, month, year] = dateFormat({ language: "en-GB", timeZone }, "isoDay").format(now()).split("/");
  return startOf(dayAfter(`${year}-${month}-${day}`, 1 - spans[span]), timeZone);
}

/** All filters of requests: the shape of a condition, its SQL, and a predicate that agrees with it. */
export const filters = {
  phase: define({
    shape: is("phase", z.enum(["open", "done"])),
    toSql: ({ value }) => (value === "open" ? sql`r."isOpen"` : sql`not r."isOpen"`),
    fits: ({ isOpen }, { value }) => isOpen === (value === "open"),
  }),
  status: define({
    shape: is("status", z.enum(statusNames)),
    toSql: ({ value }) => sql`r.status = ${value}::"Status"`,
    fits: ({ status }, { value }) => status === value,
  }),
  turn: define({
    shape: is("turn", z.enum(["desk", "customer"])),
    toSql: ({ value }) =>
      value === "customer"
        ? sql`(r."isOpen" and r."deskSpokeLast")`
        : sql`(r."isOpen" and not r."deskSpokeLast")`,
    fits: ({ isOpen, deskSpokeLast }, { value }) => isOpen && deskSpokeLast === (value === "customer"),
  }),
  type: define({
    shape: is("type", z.string().regex(/^[a-z0-9-]{1,100}$/)),
    toSql: ({ value }) => sql`r."formVersionId" in (
      select f.id from form_versions f join request_types t on t.id = f."typeId" where t.slug = ${value})`,
    fits: ({ typeSlug }, { value }) => typeSlug === value,
  }),
  role: define({
    shape: is("role", z.enum(MemberRole)),
    toSql: ({ value }) => sql`w.role = ${value}::"MemberRole"`,
    fits: ({ role }, { value }) => role === value,
  }),
  assignee: define({
    shape: is("assignee", z.union([z.enum(["me", "nobody"]), z.uuid()])),
    toSql: ({ value }, { id }) =>
      value === "nobody"
        ? sql`r."assigneeId" is null`
        : sql`r."assigneeId" = ${value === "me" ? id : value}::uuid`,
    fits: ({ assigneeId }, { value }, { id }) =>
      assigneeId === (value === "nobody" ? null : value === "me" ? id : value),
  }),
  requester: define({
    shape: z.strictObject({
      field: z.literal("requester"),
      operator: z.literal("has"),
      value: z
        .string()
        .max(100)
        .refine(text => fold(text).trim() !== ""),
    }),
    // people_pkey; a scalar subquery is never turned into a join that reads everybody
    toSql: ({ value }) =>
      sql`(select strpos(p.folded, ${fold(value).trim()}) > 0 from people p where p.id = r."requesterId")`,
    fits: ({ requester: { name, email } }, { value }) =>
      fold(`${name} ${email}`).includes(fold(value).trim()),
  }),
  raised: moment("raised", sql`r."createdAt"`, ({ createdAt }) => createdAt),
  activity: moment("activity", sql`r."lastActivityAt"`, ({ lastActivityAt }) => lastActivityAt),
  resolved: define({
    shape: z.strictObject({
      field: z.literal("resolved"),
      operator: z.literal("within"),
      value: z.enum(["today", "week", "month"]),
    }),
    // Those alone have the time; requests_to_close begins with the status.
    toSql: ({ value }, { timeZone }) =>
      sql`(r.status in ('resolved', 'closed') and r."resolvedAt" >= ${startOfSpan(value, timeZone).toISOString()}::timestamptz)`,
    fits: ({ resolvedAt }, { value }, { timeZone }) =>
      resolvedAt !== null && resolvedAt >= startOfSpan(value, timeZone),
  }),
};

export type FilterName = keyof typeof filters;
export type Condition = { [F in FilterName]: z.output<(typeof filters)[F]["shape"]> }[FilterName];

export function readCondition(from: {
  field: FilterName;
  operator: string;
  value: string;
}): Condition | null {
  return filters[from.field].shape.safeParse(from).data ?? null;
}

/** The cast is needed because the compiler cannot follow a lookup through a union. */
export const filterOf = ({ field }: Condition) => filters[field] as unknown as Filter<z.ZodType<Condition>>;

export function isOpenOnly(filters: readonly Condition[]): boolean {
  return filters.some(
    ({ field, value }) =>
      field === "turn" || (field === "phase" && value === "open") || (field === "status" && isOpen(value)),
  );
}
