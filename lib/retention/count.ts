import "server-only";
import { Prisma, type Tx } from "../db";
import type { RetentionRule } from "../generated/enums";

export type Due = {
  count: number;
  /** The first and the last day that they are of. */
  from: Date | null;
  until: Date | null;
  /** What goes along: of requests their comments, notes and files; of files their bytes. */
  comments: number;
  notes: number;
  files: number;
  bytes: number;
};

const old = (months: number) => Prisma.sql`now() - make_interval(months => ${months}::int)`;
const closed = (months: number) => Prisma.sql`r.status = 'closed' and r."resolvedAt" < ${old(months)}`; // index requests_to_close

/** Agrees with the function apply_retention of the database, which deletes. */
const counts: Record<RetentionRule, (months: number) => Prisma.Sql> = {
  requests: months => Prisma.sql`
    with due as (select r.id, r."resolvedAt" as at from requests r where ${closed(months)})
    select count(*)::int as count, min(at) as "from", max(at) as until,
      (select count(*)::int from comments c join due on due.id = c."requestId") as comments,
      (select count(*)::int from notes n join due on due.id = n."requestId") as notes,
      (select count(*)::int from files f join due on due.id = f."requestId" where f."removedAt" is null) as files, 0::float as bytes
    from due`,
  files: months => Prisma.sql`
    select count(*)::int as count, min(r."resolvedAt") as "from", max(r."resolvedAt") as until, 0 as comments, 0 as notes,
      count(*)::int as files, coalesce(sum(f.size), 0)::float as bytes
    from requests r join files f on f."requestId" = r.id
    where ${closed(months)} and f."removedAt" is null`, // index files_to_remove
  mails: months => Prisma.sql`
    select count(*)::int as count, min("createdAt") as "from", max("createdAt") as until, 0 as comments, 0 as notes, 0 as files,
      0::float as bytes
    from deliveries where "createdAt" < ${old(months)} and state in ('sent', 'dead', 'cancelled')`, // index deliveries_newest
  inbox: months => Prisma.sql`
    select count(*)::int as count, min("receivedAt") as "from", max("receivedAt") as until, 0 as comments, 0 as notes, 0 as files,
      0::float as bytes
    from inbound_mails where state = 'held' and "receivedAt" < ${old(months)}`, // index inbound_mails_newest
  feedback: months => Prisma.sql`
    select count(*)::int as count, min(at) as "from", max(at) as until, 0 as comments, 0 as notes, 0 as files, 0::float as bytes
    from help_feedback where at < ${old(months)}`, // index help_feedback_by_age
};

/** What would go if the rule were on with so many months. */
export async function countDue(tx: Pick<Tx, "$queryRaw">, rule: RetentionRule, months: number): Promise<Due> {
  const [due] = await tx.$queryRaw<Due[]>(counts[rule](months));
  if (!due) throw new Error("Nothing was counted.");
  return due;
}
