import "server-only";
import type { PersonActor } from "../actor";
import { db } from "../db";
import { spokenLanguage } from "../messages/languages";
import { perProcess } from "../process/per-process";
import { visibleSql } from "../requests/policy";

export type TypeChoice = { value: string; label: string };

// The types of somebody's requests can change only with their newest request, which the stamp is of, or their names.
const maxKept = 1_000;
const kept = () => perProcess("types of own lists", () => new Map<string, TypeChoice[]>());

/** @param stamp of the person's own list, as `readListStamp` reads it */
export async function listMyTypes(
  actor: PersonActor,
  stamp: string,
  catalogVersion: string,
): Promise<TypeChoice[]> {
  const key = `${actor.id} ${stamp} ${catalogVersion} ${actor.language}`;
  const known = kept().get(key);
  if (known) return known;
  const types = await readMyTypes(actor);
  if (kept().size >= maxKept) kept().clear();
  kept().set(key, types);
  return types;
}

export async function readMyTypes(actor: PersonActor): Promise<TypeChoice[]> {
  const language = spokenLanguage(actor.language);
  // members_newest, requests_pkey: what is one's own, at most the latest 1,000
  return db().$queryRaw<TypeChoice[]>`
    select distinct t.slug as value, coalesce(t.translations->${language}::text->>'name', t.name) as label
    from (
      select "requestId" from members where "personId" = ${actor.id}::uuid
      order by "lastActivityAt" desc, "requestId" desc limit 1000
    ) m
    join requests r on r.id = m."requestId"
    join form_versions f on f.id = r."formVersionId"
    join request_types t on t.id = f."typeId"
    where ${visibleSql(actor)}
    order by label, value`;
}
