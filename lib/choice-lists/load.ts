import "server-only";
import { lockCatalog } from "../catalog/load";
import type { Tx } from "../db";
import type { Act } from "../events/act";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";

/** All lists in their order. Neither they nor forms change until the act ends. @throws Refusal not_found (no admin) */
export async function lockLists(act: Act) {
  onlyAdmins(act.actor);
  await lockCatalog(act);
  return act.tx.choiceList.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, slug: true, name: true, translations: true, entries: true },
      ...{ position: true, version: true, archivedAt: true },
    },
  });
}

export type StoredList = Awaited<ReturnType<typeof lockLists>>[number];

/** With all lists. @throws Refusal not_found (no admin, no such list) */
export async function loadList(act: Act, slug: string) {
  const lists = await lockLists(act);
  const list = lists.find(one => one.slug === slug);
  if (!list) throw notFound();
  return { list, lists };
}

/** The types that are not archived whose form, or draft of it, has questions that use the list; by slug of the list. */
export async function readUses(tx: Tx): Promise<Map<string, { slug: string; name: string }[]>> {
  // A few hundred rows: form_versions_typeId_version_key, form_drafts_pkey.
  const rows = await tx.$queryRaw<{ list: string; slug: string; name: string }[]>`
    select distinct q.question->>'list' as list, t.slug, t.name, t.position, t.id
    from request_types t
    cross join lateral (
      select v.fields || v."agentFields" as fields from form_versions v where v."typeId" = t.id order by v.version desc limit 1
    ) f
    cross join lateral (
      select jsonb_array_elements(f.fields) as question
      union all
      select jsonb_array_elements(d.fields) from form_drafts d where d."typeId" = t.id
    ) q
    where t."archivedAt" is null and q.question ? 'list'
    order by t.position, t.id`;
  const uses = new Map<string, { slug: string; name: string }[]>();
  for (const { list, slug, name } of rows) uses.set(list, [...(uses.get(list) ?? []), { slug, name }]);
  return uses;
}
