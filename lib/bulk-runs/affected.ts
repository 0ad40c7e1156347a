import "server-only";
import { Prisma, type Tx } from "../db";

const { sql } = Prisma;

/** As `followedAsManager` has it, for person `p`. */
const followsAsManager = sql`exists (
  select from followers f
  join requests r on r.id = f."requestId" and not r."isPrivate"
  join organisation_members o on o."organisationId" = r."organisationId" and o."personId" = p.id and o."isManager"
  where f."requestId" = i."requestId" and f."personId" = p.id and p.role = 'customer' offset 0)`;

/**
 * Which of these people take part in more than one request that a run has changed, or is still to change, or follow it as
 * managers.
 */
export async function findAffectedTwice(tx: Tx, runId: string, personIds: string[]): Promise<Set<string>> {
  // bulk_items_pkey, people_pkey; then members_pkey and followers_pkey for each request.
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    select p.id from bulk_items i join people p on p.id = any(${personIds}::uuid[])
    where i."runId" = ${runId}::uuid and i.state <> 'refused' and (
      exists (select from members m where m."requestId" = i."requestId" and m."personId" = p.id offset 0)
      or ${followsAsManager}
    )
    group by p.id having count(*) > 1`);
  return new Set(rows.map(({ id }) => id));
}
