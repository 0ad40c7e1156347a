import "server-only";
import { z } from "zod";
import { isAgent, type PersonActor } from "../actor";
import { readHabits } from "../desk/habits";
import { deskList } from "../search/desk-list";
import { placeInQueue } from "../search/placed";
import { readListQuery } from "../search/view";
import { returnPath } from "../session/return-path";

/** What a request's forms send of the list that it was opened from. Only a script knows that, so without one they stay. */
export const onwardForm = {
  /** The path of the request that comes next in the list, or of the list after its last. */
  next: z.string().max(2_000).optional(),
  /** The query of its view; none where words are searched. */
  list: z.string().max(4_000).optional(),
};

export type SentInList = { reference: string; next?: string | undefined; list?: string | undefined };

const onward = /^\/agent(\/requests\/[\w-]+)?(\?|$)/;

/** Whether one can be led there: to a request of the desk, or to a list of them. */
export const isOnward = (next: string | undefined): boolean => onward.test(returnPath(next));

/** Along the list, with a word about what was done on the request that one leaves: `answered` or `left`. */
export function onwardPath(next: string | undefined, done: Record<string, string>): string {
  const [place = "", query] = (returnPath(next).split("#")[0] ?? "").split("?");
  const search = new URLSearchParams(query);
  for (const [name, reference] of Object.entries(done)) search.set(name, reference);
  return search.size > 0 ? `${place}?${search}` : place;
}

const allOfDesk = "status=all&snoozed=any";

async function isInList({ reference, list }: SentInList, actor: PersonActor): Promise<boolean> {
  const view = readListQuery(deskList, list ?? allOfDesk);
  const shown = view.words === "" ? view : readListQuery(deskList, allOfDesk);
  return (await placeInQueue(actor, shown, { placed: [reference], told: [] })).order.length > 0;
}

/** Before an action: whether its agent goes on through the list should it take the request out of the view. */
const isToGoOn = async (sent: SentInList, actor: PersonActor): Promise<boolean> =>
  isAgent(actor) &&
  isOnward(sent.next) &&
  (await readHabits(actor)).after === "next" &&
  (await isInList(sent, actor));

const leadOn = async (sent: SentInList, actor: PersonActor, isToGoOn: boolean): Promise<string | null> =>
  isToGoOn && !(await isInList(sent, actor)) ? onwardPath(sent.next, { left: sent.reference }) : null;

/**
 * For entry points of what can be done to a request: where it leaves the view by that, the next one opens, if its agent
 * wants that after answers. `isTakenOn`: whoever takes a request on stays, because they are about to work on it.
 */
export const goingOn = <S extends SentInList>(
  isTakenOn: (sent: S, actor: PersonActor) => boolean = () => false,
) => ({
  prepare: async (sent: S, actor: PersonActor) => !isTakenOn(sent, actor) && isToGoOn(sent, actor),
  leadsOn: leadOn,
});
