import "server-only";
import type { PersonActor } from "../actor";
import { db } from "../db";
import { ofNoun, typesByRole, typesFor } from "../events/audience";
import type { EventType } from "../events/types";

/** Event types that change the page of a request, including how the people shown on it appear. */
const changing = (types: EventType[]) => ({
  shared: ofNoun("request", types),
  named: ofNoun("account", types),
});
const byRole = {
  customer: changing(typesByRole.customer),
  agent: changing(typesByRole.agent),
  admin: changing(typesByRole.admin),
};
const ownRequestTypes = ofNoun("request", typesFor("person"));

export type Stamp = {
  /** Changes whenever the page reads differently for this reader. */
  stamp: string;
  people: string[];
};

/** Read it before the page: an event in between then causes one redraw too many instead of one too few. */
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
