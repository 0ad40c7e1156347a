import "server-only";
import { z } from "zod";
import type { PersonActor } from "../actor";
import { instantOf } from "../catalog/moments";
import { now } from "../clock";
import { Prisma } from "../db";
import { dateFormat } from "../formats";
import { MemberRole, Priority, type Status } from "../generated/enums";
import { isOpen, statusNames } from "../requests/lifecycle";
import { teamsOfSql } from "../teams/choices";
import { fold } from "../text/fold";
import { partsOf } from "../text/spellings";
import { hasOneOf } from "./found";
import { isLinked, linkedNumber, linkedReference, linkedWith, linkStates } from "./links";

const { sql, join } = Prisma;

export type FilterFacts = {
  status: Status;
  isOpen: boolean;
  deskSpokeLast: boolean;
  priority: Priority;
  tags: string[];
  snoozedUntil: Date | null;
  typeSlug: string;
  organisationSlug: string | null;
  assigneeId: string | null;
  team: { slug: string; memberIds: string[] } | null;
  followerIds: string[];
  /** `seenBy`: on whose desk the other request is. */
  links: { number: number; side: "related" | "duplicate_of" | "duplicated_by"; seenBy: string[] }[];
  requester: { name: string; email: string };
  role: MemberRole | null;
  createdAt: Date;
  lastActivityAt: Date;
  resolvedAt: Date | null;
};

/** "me" is this person, and days begin in their time zone. */
export type FilterReader = PersonActor;

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

/** Slugs with points between them, as an address has them. */
const tagsShape = z
  .string()
  .transform(said => said.split(/[.,]/).filter(Boolean).join("."))
  .pipe(
    z
      .string()
      .max(400)
      .regex(/^[a-z0-9-]{1,80}(\.[a-z0-9-]{1,80})*$/),
  );

// Indexes: tags_slug_key, request_tags_pkey.
const hasTag = (slugs: string) => sql`exists (
  select from request_tags x where x."requestId" = r.id
  and x."tagId" = any(array(select t.id from tags t where t.slug = any(${slugs.split(".")}::text[]))) offset 0)`;

/** Read once for a statement, by followers_of_person. */
export const followedBy = (personId: string) => sql`array(
  select v."requestId" from followers v where v."personId" = ${personId}::uuid)`;

const startOf = (day: string, timeZone: string) => instantOf(`${day}T00:00`, timeZone);

/** @param day such as 2026-11-26 */
export function dayAfter(day: string, count = 1): string {
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

const fitsSide = {
  linked: ["related", "duplicate_of", "duplicated_by"],
  duplicate: ["duplicate_of"],
  duplicated: ["duplicated_by"],
};

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
  priority: define({
    shape: is("priority", z.enum(Priority)),
    toSql: ({ value }) => sql`r.priority = ${value}::"Priority"`,
    fits: ({ priority }, { value }) => priority === value,
  }),
  snoozed: define({
    shape: is("snoozed", z.enum(["yes", "no"])),
    toSql: ({ value }) =>
      value === "yes" ? sql`r."snoozedUntil" is not null` : sql`r."snoozedUntil" is null`,
    fits: ({ snoozedUntil }, { value }) => (snoozedUntil !== null) === (value === "yes"),
  }),
  tag: define({
    shape: z.strictObject({ field: z.literal("tag"), operator: z.literal("any"), value: tagsShape }),
    toSql: ({ value }) => hasTag(value),
    fits: ({ tags }, { value }) => value.split(".").some(slug => tags.includes(slug)),
  }),
  type: define({
    shape: is("type", z.string().regex(/^[a-z0-9-]{1,100}$/)),
    toSql: ({ value }) => sql`r."formVersionId" in (
      select f.id from form_versions f join request_types t on t.id = f."typeId" where t.slug = ${value})`,
    fits: ({ typeSlug }, { value }) => typeSlug === value,
  }),
  organisation: define({
    shape: is("organisation", z.string().regex(/^[a-z0-9-]{1,100}$/)),
    // organisations_slug_key
    toSql: ({ value }) =>
      sql`coalesce(r."organisationId" = (select o.id from organisations o where o.slug = ${value}), false)`,
    fits: ({ organisationSlug }, { value }) => organisationSlug === value,
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
  team: define({
    shape: is("team", z.union([z.enum(["mine", "none"]), z.string().regex(/^[a-z0-9-]{1,80}$/)])),
    toSql: ({ value }, { id }) =>
      value === "mine"
        ? sql`r."teamId" = any(${teamsOfSql(id)})`
        : value === "none"
          ? sql`r."teamId" is null`
          : sql`r."teamId" = (select t.id from teams t where t.slug = ${value})`,
    fits: ({ team }, { value }, { id }) =>
      value === "mine" ? team?.memberIds.includes(id) === true : (team?.slug ?? "none") === value,
  }),
  follower: define({
    shape: is("follower", z.literal("me")),
    toSql: (_, { id }) => sql`r.id = any(${followedBy(id)})`,
    fits: ({ followerIds }, _, { id }) => followerIds.includes(id),
  }),
  /** With this one. */
  linked: define({
    shape: z.strictObject({
      field: z.literal("linked"),
      operator: z.literal("with"),
      value: z.string().regex(linkedReference),
    }),
    toSql: ({ value }, reader) => sql`r.id = any(${linkedWith(linkedNumber(value), reader)})`,
    fits: ({ links }, { value }, { id }) =>
      links.some(({ number, seenBy }) => number === linkedNumber(value) && seenBy.includes(id)),
  }),
  link: define({
    shape: is("link", z.enum(linkStates)),
    toSql: ({ value }, reader) => isLinked(value, reader),
    fits: ({ links }, { value }, { id }) =>
      links.some(({ side, seenBy }) => seenBy.includes(id) && fitsSide[value].includes(side)),
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
      sql`(select ${hasOneOf(sql`p.folded`, partsOf(value))} from people p where p.id = r."requesterId")`,
    fits: ({ requester: { name, email } }, { value }) => {
      const folded = fold(`${name} ${email}`);
      return partsOf(value).some(part => folded.includes(part));
    },
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
type Plain = { [F in FilterName]: z.output<(typeof filters)[F]["shape"]> }[FilterName];
/** Lets through what at least one of its conditions does. */
export type AnyOf = { field: "any"; operator: "of"; value: Plain[] };
/** Lets through what its condition keeps back. */
export type Negated = { field: "not"; operator: "is"; value: Plain | AnyOf };
export type Condition = Plain | AnyOf | Negated;

export function readCondition(from: { field: FilterName; operator: string; value: string }): Plain | null {
  return filters[from.field].shape.safeParse(from).data ?? null;
}

/** @param conditions of which none contains others */
export const anyOf = (conditions: Condition[]): AnyOf => ({
  field: "any",
  operator: "of",
  value: conditions.filter(one => one.field !== "any" && one.field !== "not"),
});

/** @returns null for what is negated already */
export const negate = (condition: Condition): Negated | null =>
  condition.field === "not" ? null : { field: "not", operator: "is", value: condition };

type AnyFilter = Pick<Filter<z.ZodType<Condition>>, "toSql" | "fits">;

const negated: AnyFilter = {
  toSql: ({ value }, reader) => {
    const condition = value as Negated["value"];
    return sql`coalesce(not ${filterOf(condition).toSql(condition, reader)}, true)`;
  },
  fits: (facts, { value }, reader) => {
    const condition = value as Negated["value"];
    return !filterOf(condition).fits(facts, condition, reader);
  },
};

const united: AnyFilter = {
  toSql: ({ value }, reader) =>
    sql`(${join(
      (value as Plain[]).map(one => filterOf(one).toSql(one, reader)),
      " or ",
    )})`,
  fits: (facts, { value }, reader) => (value as Plain[]).some(one => filterOf(one).fits(facts, one, reader)),
};

/** The cast is needed because the compiler cannot follow a lookup through a union. */
export const filterOf = ({ field }: Condition): AnyFilter =>
  field === "not" ? negated : field === "any" ? united : (filters[field] as unknown as AnyFilter);

export function isOpenOnly(filters: readonly Condition[]): boolean {
  return filters.some(
    ({ field, value }) =>
      field === "turn" ||
      (field === "phase" && value === "open") ||
      (field === "status" && isOpen(value)) ||
      (field === "any" && value.every(one => isOpenOnly([one]))),
  );
}
