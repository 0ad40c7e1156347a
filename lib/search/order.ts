import "server-only";
import { Prisma } from "../db";
import { Priority, Resolution } from "../generated/enums";
import { statusNames } from "../requests/lifecycle";
import type { Sort } from "./columns";
import type { Kind } from "./cursor";
import { matchOf } from "./found";
import type { Term } from "./terms";

const { sql, join } = Prisma;

type Sorting = { by: (terms: Term[]) => Prisma.Sql; kind: Kind };

// Folded, so that case and accents do not matter, and short, because the last value is part of an address.
const byText = (text: Prisma.Sql): Sorting => ({ by: () => sql`left(fold(${text}), 80)`, kind: "text" });
// What waits for the customer comes first: in their own list that is what waits for the reader.
const statusOrder = statusNames.toSorted(
  (one, other) => Number(other === "waiting_for_customer") - Number(one === "waiting_for_customer"),
);
/** None comes first. */
const byPlace = (column: Prisma.Sql, names: string[]): Sorting => ({
  by: () => placeIn(column, names),
  kind: "int",
});
const placeIn = (column: Prisma.Sql, names: string[]) =>
  sql`(case ${column}::text ${join(
    names.map((name, place) => sql`when ${name} then ${place + 1}`),
    " ",
  )} else 0 end)::int`;

/** Sort expressions on row `r` of requests; none is ever null. */
export const sortings: Record<Sort, Sorting> = {
  match: { by: matchOf, kind: "int" },
  reference: { by: () => sql`r.number`, kind: "int" },
  summary: byText(sql`r.summary`),
  // request_types has as many rows as the catalog has types, people_pkey
  type: byText(
    sql`(select t.name from form_versions f join request_types t on t.id = f."typeId" where f.id = r."formVersionId")`,
  ),
  status: byPlace(sql`r.status`, statusOrder),
  // Within a priority as along requests_queue_by_priority.
  priority: {
    by: () => sql`concat(
      ${placeIn(sql`r.priority`, Object.values(Priority))}, r."deskSpokeLast"::int,
      lpad((extract(epoch from r."waitingSince") * 1000)::bigint::text, 15, '0'))`,
    kind: "text",
  },
  // request_tags_pkey
  tags: byText(sql`coalesce((
    select string_agg(t.name, ' ' order by t.position, t.id) from request_tags x join tags t on t.id = x."tagId"
    where x."requestId" = r.id), '')`),
  resolution: byPlace(sql`r.resolution`, Object.values(Resolution)),
  requester: byText(sql`(select p.name from people p where p.id = r."requesterId")`),
  assignee: byText(sql`coalesce((select p.name from people p where p.id = r."assigneeId"), '')`),
  team: byText(sql`coalesce((select t.name from teams t where t.id = r."teamId"), '')`),
  waiting: { by: () => sql`r."waitingSince"`, kind: "timestamptz" },
  // Nobody snoozes anything for that long.
  snoozed: { by: () => sql`coalesce(r."snoozedUntil", '9999-01-01')`, kind: "timestamptz" },
  raised: { by: () => sql`r."createdAt"`, kind: "timestamptz" },
  activity: { by: () => sql`r."lastActivityAt"`, kind: "timestamptz" },
};
