import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { isStatementTimeout } from "../db";
import { notFound, refuse } from "../refusal";
import { readDeskSettings } from "../settings";
import { deskList } from "./desk-list";
import { findRows } from "./read";
import { deskScope } from "./scope";
import { takeTurn } from "./turns";
import { orderOf, type View } from "./view";

const partSize = 500;
/** Each looks at 2,000 requests at most. */
const maxParts = 15;

/**
 * The ids of all requests that a view of the queue has, in its order.
 * @throws Refusal not_found (no agent), invalid (more than `most`, or too many to look through)
 */
export async function findWholeQueue(actor: PersonActor, view: View, most: number): Promise<string[]> {
  if (!isAgent(actor)) throw notFound();
  const order = orderOf(deskList, view);
  const settings = await readDeskSettings();
  const scope = deskScope(actor);
  const ids: string[] = [];
  let part: View = { ...view, after: "" };
  for (let count = 0; count < maxParts; count++) {
    const read = () => findRows({ actor, settings, scope, view: part, order }, partSize);
    const { rows, next, words } = await (view.words === "" ? read() : takeTurn(actor.id, read)).catch(
      (error: unknown) => {
        throw isStatementTimeout(error) ? refuse("bulk.too_wide") : error;
      },
    );
    ids.push(...rows.map(({ id }) => id));
    if (ids.length > most) throw refuse("bulk.too_many", { max: most });
    if (next === null) return ids;
    part = { ...part, words, after: next };
  }
  throw refuse("bulk.too_wide");
}
