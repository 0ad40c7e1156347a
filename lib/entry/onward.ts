import "server-only";
import { z } from "zod";
import { isAgent, type PersonActor } from "../actor";
import { readHabits } from "../desk/habits";
import { requestPath } from "../requests/view";
import { deskList } from "../search/desk-list";
import { nextInQueue } from "../search/next";
import { placeInQueue } from "../search/placed";
import { readListQuery } from "../search/view";
import { returnPath } from "../session/return-path";

/** What a request's forms send of the list that it was opened from. */
export const onwardForm = {
  /** The path of the request that comes next in the list, or of the list after its last. */
  next: z.string().max(2_000).optional(),
  /** The query of its view; none where words are searched. */
  list: z.string().max(4_000).optional(),
  /** Without script, the query of the list that the browser came from. */
  queue: z.string().max(4_000).optional(),
};

export type SentInList = { reference: string } & { [name in keyof typeof onwardForm]?: string | undefined };

const onward = /^\/agent(\/requests\/[\w-]+)?(\?|$)/;

/** Whether one can be led there: to a request of the desk, or to a list of them. */
export const isOnward = (next: string | undefined): boolean => onward.test(returnPath(next));

/** Along the list, with a word about what was done on the request that one leaves: `answered`, `left` or `gone`. */
export function onwardPath(next: string | undefined, done: Record<string, string>): string {
  const [place = "", query] = (returnPath(next).split("#")[0] ?? "").split("?");
  const search = new URLSearchParams(query);
  for (const [name, reference] of Object.entries(done)) search.set(name, reference);
  return search.size > 0 ? `${place}?${search}` : place;
}

/** A request's page, which goes on knowing without script what list it was opened from. */
export function pathInQueue({ reference, queue }: Pick<SentInList, "reference" | "queue">): string {
  const path = requestPath(reference, "agent");
  return queue === undefined ? path : `${path}?${new URLSearchParams({ queue })}`;
}

/** The queue, with a word about a request that one does not see any more. */
export const pathOfGone = ({ reference }: { reference: string }): string =>
  onwardPath(deskList.path, { gone: reference });

/** What comes next in the list. Without script the desk looks for it, before an action changes the list. */
export async function nextOf(
  { reference, next, queue }: SentInList,
  actor: PersonActor,
): Promise<string | undefined> {
  if (next || queue === undefined || !isAgent(actor)) return next;
  const view = readListQuery(deskList, queue);
  if (view.words !== "") return undefined;
  const following = await nextInQueue(actor, view, reference);
  return following === null ? `/agent?${queue}` : pathInQueue({ reference: following, queue });
}

const allOfDesk = "status=all&snoozed=any";

async function isInList({ reference, list, queue }: SentInList, actor: PersonActor): Promise<boolean> {
  const view = readListQuery(deskList, list ?? queue ?? allOfDesk);
  const shown = view.words === "" ? view : readListQuery(deskList, allOfDesk);
  return (await placeInQueue(actor, shown, { placed: [reference], told: [] })).order.length > 0;
}

/** Before an action: where its agent goes on to should it take the request out of the view. */
async function whereToGoOn(sent: SentInList, actor: PersonActor): Promise<string | undefined> {
  const isWished =
    isAgent(actor) &&
    (isOnward(sent.next) || (!sent.next && sent.queue !== undefined)) &&
    (await readHabits(actor)).after === "next" &&
    (await isInList(sent, actor));
  return isWished ? nextOf(sent, actor) : undefined;
}

async function leadOn(
  sent: SentInList,
  actor: PersonActor,
  next: string | undefined,
): Promise<string | null> {
  if (next === undefined || (await isInList(sent, actor))) return null;
  const { reference } = sent;
  const isSeen = actor.seesDesk || (await isInList({ reference }, actor));
  return onwardPath(next, { [isSeen ? "left" : "gone"]: reference });
}

/**
 * For entry points of what can be done to a request: where it leaves the view by that, the next one opens, if its agent
 * wants that after answers. `isTakenOn`: whoever takes a request on stays, because they are about to work on it.
 */
export const goingOn = <S extends SentInList>(
  isTakenOn: (sent: S, actor: PersonActor) => boolean = () => false,
) => ({
  prepare: async (sent: S, actor: PersonActor) =>
    isTakenOn(sent, actor) ? undefined : whereToGoOn(sent, actor),
  leadsOn: leadOn,
});
