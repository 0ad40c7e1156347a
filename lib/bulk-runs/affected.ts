import "server-only";
import type { Tx } from "../db";

/** Which of these people take part in, or follow as managers, more than one request that a run has changed or is still to. */
export async function findAffectedTwice(tx: Tx, runId: string, personIds: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    select told."personId" from bulk_items i cross join lateral (
      select m."personId" from members m
      where m."requestId" = i."requestId" and m."personId" = any(${personIds}::uuid[])
      union
      select f."personId" from followers f
      join requests r on r.id = f."requestId" and not r."isPrivate"
      join organisation_members o on o."organisationId" = r."organisationId" and o."personId" = f."personId" and o."isManager"
      join people p on p.id = f."personId" and p.role = 'customer'
      where f."requestId" = i."requestId" and f."personId" = any(${personIds}::uuid[])
    ) told
    where i."runId" = ${runId}::uuid and i.state <> 'refused'
    group by told."personId" having count(*) > 1`; // bulk_items_pkey, members_pkey, followers_pkey, organisation_members_pkey
  return new Set(rows.map(({ personId }) => personId));
}
