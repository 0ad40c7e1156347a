import "server-only";
import type { Act } from "../events/act";
import type { StoredSettings } from "../settings";

/**
 * What references began with keeps leading to their requests, in searches too, and what is typed on their pages and not
 * sent goes along to the new addresses.
 */
export async function keepPrefix(
  { tx }: Act,
  { formerPrefixes }: StoredSettings,
  former: string,
  next: string,
  store: (former: string[]) => Promise<void>,
): Promise<void> {
  const known: string[] = Array.isArray(formerPrefixes) ? formerPrefixes : [];
  await store([...new Set([...known, former])].filter(prefix => prefix !== next));
  const [from, to] = [`/${former}-([1-9][0-9]*)`, `/${next}-\\1`];
  // Replies that can still be undone are found by the place they have.
  await tx.$executeRaw`
    update drafts d set place = regexp_replace(place, ${from}, ${to})
    where place ~ ${from} and "dueAt" is null and not exists (
      select from drafts o where o."personId" = d."personId" and o.place = regexp_replace(d.place, ${from}, ${to}))`;
  await tx.$executeRaw`
    update files f set place = regexp_replace(place, ${from}, ${to})
    where place ~ ${from} and place not like '%#due-%'`;
}
