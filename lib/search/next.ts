import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { Prisma, readRows } from "../db";
import { notFound } from "../refusal";
import { numberOf, referenceOf } from "../requests/reference";
import { readDeskSettings } from "../settings";
import { writeCursor } from "./cursor";
import { deskList } from "./desk-list";
import { sortings } from "./order";
import { findRows } from "./read";
import { deskScope } from "./scope";
import { orderOf, type View } from "./view";
import { cursorAt, type Keys, keyNames } from "./walk";

const { sql, join } = Prisma;

/**
 * The reference of what comes behind a request in a view whose words are not searched, whether the view has it or not; null
 * at its end. @throws Refusal not_found for anybody who is not an agent, and where they do not see the request
 */
export async function nextInQueue(actor: PersonActor, view: View, reference: string): Promise<string | null> {
  if (!isAgent(actor)) throw notFound();
  const settings = await readDeskSettings();
  const [scope, order] = [deskScope(actor), orderOf(deskList, view)];
  const walk = scope.walkFor(view.filters, order);
  const names = keyNames(walk);
  const keys = walk.keys.map(({ by }, place) => sql`${by} as ${names[place]}`);
  // requests_number_key
  const [here] = await readRows<Keys & { sorted: unknown }>(sql`
    select r.id, ${join(keys)}, ${sortings[order.by].by([])} as sorted
    from requests r where r.number = ${numberOf(reference) ?? 0} and ${scope.seen}`);
  if (!here) throw notFound();
  const after = writeCursor(cursorAt(here, walk, order, { walk: null, row: null }), order);
  const { rows } = await findRows({ actor, settings, scope, view: { ...view, after }, order }, 1);
  return rows[0] ? referenceOf(rows[0].number, settings) : null;
}
