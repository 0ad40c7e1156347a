import "server-only";
import type { PersonActor } from "../actor";
import { db } from "../db";
import { ofNoun, typesByRole, typesFor } from "../events/audience";
import type { EventType } from "../events/types";

/** What changes the page of a request, and, of the accounts of people who are shown on it, how they are shown. */
const changing = (types: EventType[]) => ({
  shared: ofNoun("request", types),
  named: ofNoun("account", types),
});
const byRole = {
  customer: changing(typesByRole.customer),
  agent: changing(typesByRole.agent),
  admin: changing(typesByRole.admin),
};
/** What changes it for the one person it is about. */
const ownRequestTypes = ofNoun("request", typesFor("person"));

export type Stamp = {
  /** Changes whenever the page of this reader reads differently. */
  stamp: string;
  /** Who is shown on the page. */
  people: string[];
};

/**
 * From what the page of a request is drawn for this reader, who may see it. To be read before the page itself: what
 * happens in between then draws it once too often, and never once too seldom.
 */
export async function readStamp(actor: PersonActor, number: number): Promise<Stamp> {
  const { shared, named } = byRole[actor.role];
  // A page shows at most the latest hundred events until somebody asks for earlier ones.
  const [row] = await db().$queryRaw<{ newest: bigint; named: bigint; people: string[] }[]>`
    with request as (select id, "assigneeId" from requests where number = ${number}),
    people as (
      select "personId" as id from members where "requestId" = (select id from request)
      union select "assigneeId" from request where "assigneeId" is not null
      union select "actorId" from (
        select "actorId" from events where "requestId" = (select id from request) order by id desc limit 100
      ) as recent where "actorId" is not null
    )
    select
      coalesce((
        select max(id) from events where "requestId" = (select id from request)
        and (type = any(${shared}) or (type = any(${ownRequestTypes}) and "personId" = ${actor.id}::uuid))
      ), 0) as newest,
      coalesce((
        select max(id) from events where "personId" in (select id from people) and type = any(${named})
      ), 0) as named,
      array(select id::text from people) as people`;
  return { stamp: `${row?.newest ?? 0}.${row?.named ?? 0}`, people: row?.people ?? [] };
}
