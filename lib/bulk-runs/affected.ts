import "server-only";
import type { Tx } from "../db";

/** Which of these people take part in more than one request that a run has changed, or is still to change. */
export async function findAffectedTwice(tx: Tx, runId: string, personIds: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    select m."personId" from bulk_items i
    join members m on m."requestId" = i."requestId" and m."personId" = any(${personIds}::uuid[])
    where i."runId" = ${runId}::uuid and i.state <> 'refused'
    group by m."personId" having count(*) > 1`; // bulk_items_pkey, members_pkey
  return new Set(rows.map(({ personId }) => personId));
}
