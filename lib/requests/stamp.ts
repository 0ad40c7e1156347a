import "server-only";
import type { PersonActor } from "../actor";
import { now } from "../clock";
import { digest } from "../crypto";
import { db, Prisma } from "../db";
import { announcementAt } from "../desk-settings/shown";
import { ofNoun, typesByRole, typesFor } from "../events/audience";
import type { EventType } from "../events/types";
import { type DeskSettings, readDeskSettings } from "../settings";

/** Event types that change the page of a request, including how the people shown on it appear. */
const changing = (types: EventType[]) => ({
  shared: ofNoun("request", types),
  named: [...ofNoun("account", types), ...ofNoun("customer_note", types)],
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

// A page shows at most the latest hundred events until somebody asks for earlier ones.
const people = Prisma.sql`array(
  select m."personId" from members m where m."requestId" = request.id
  union select request."assigneeId" where request."assigneeId" is not null
  union select recent."actorId" from (
    select e."actorId" from events e where e."requestId" = request.id order by e.id desc limit 100
  ) recent where recent."actorId" is not null
)`;

// Index events_about_people. Read before the newest is picked: else PostgreSQL may go through all events of the desk, newest
// first, to find one that there may not be.
const aboutThem = (types: EventType[]) =>
  Prisma.sql`
    select e.id from events e
    where e."personId" = any(${people}) and e."requestId" is null and e.type = any(${types}) offset 0`;

/**
 * Of the row `request`. Read it with the page, or before: an event in between then causes one redraw too many. It has in it
 * what is announced, which open pages so show within the beat of a stream.
 */
export function stampSql({ id, role }: PersonActor, settings: DeskSettings): Prisma.Sql {
  const { shared, named } = byRole[role];
  const announced = announcementAt(settings, now());
  return Prisma.sql`concat_ws('.',
    coalesce((
      select max(e.id) from events e where e."requestId" = request.id
      and (e.type = any(${shared}) or (e.type = any(${ownRequestTypes}) and e."personId" = ${id}::uuid))
    ), 0),
    coalesce((select max(e.id) from (${aboutThem(named)}) e), 0),
    ${announced && digest(announced).slice(0, 8)}::text
  )`;
}

export async function readStamp(actor: PersonActor, number: number): Promise<Stamp> {
  const [row] = await db().$queryRaw<Stamp[]>`
    select ${stampSql(actor, await readDeskSettings())} as stamp, ${people}::text[] as people from requests request where number = ${number}`;
  return row ?? { stamp: "0.0", people: [] };
}
