import "server-only";
import { type Act, byPerson, record } from "../events/act";
import { refuse } from "../refusal";
import { loadRequest } from "./load";
import { can } from "./policy";

/**
 * For those who work on it, and for managers of its organisation, who do not take part. Changes nothing, and records nothing,
 * where it is so already.
 * @throws Refusal not_found, forbidden
 */
export async function followRequest(
  act: Act,
  { reference, follows }: { reference: string; follows: boolean },
): Promise<void> {
  const { actor } = byPerson(act);
  const request = await loadRequest(act, reference);
  if (!can(act, "follow", request)) throw refuse("follow.not_yours");
  await setFollowing(act, { requestId: request.id, personId: actor.id }, follows);
}

/** The caller has made sure that this person may follow it. */
export async function setFollowing(
  act: Act,
  on: { requestId: string; personId: string },
  follows: boolean,
): Promise<void> {
  const { count } = follows
    ? await act.tx.follower.createMany({ data: [{ ...on, since: act.at }], skipDuplicates: true })
    : await act.tx.follower.deleteMany({ where: on });
  if (count > 0) await record(act, follows ? "request_followed" : "request_unfollowed", {}, on);
}
