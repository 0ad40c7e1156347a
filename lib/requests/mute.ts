import "server-only";
import { type Act, byPerson, record } from "../events/act";
import { notFound, refuse } from "../refusal";
import { setFollowing } from "./following";
import { loadRequest } from "./load";
import { followableBy, isOnlyManager } from "./policy";

/**
 * Whoever takes part is still mailed the resolution. A manager, who hears only of what they follow, follows it or stops.
 * @throws Refusal not_found, forbidden (agents who do not take part get no such mails)
 */
export async function muteRequest(
  act: Act,
  { reference, muted }: { reference: string; muted: boolean },
): Promise<void> {
  const { actor } = byPerson(act);
  const request = await loadRequest(act, reference);
  const on = { requestId: request.id, personId: actor.id };
  if (request.members.some(({ personId }) => personId === actor.id)) return setMuted(act, on, muted);
  if (!isOnlyManager(actor, request)) throw refuse("mute.takes_no_part");
  await setFollowing(act, on, !muted);
}

type Hearer = { requestId: string; personId: string };

/**
 * The caller has verified the link. Returns whether its end is still mailed.
 * @throws Refusal not_found (they no longer take part in it, nor manage its organisation)
 */
export async function muteByLink(act: Act, on: Hearer, muted: boolean): Promise<boolean> {
  const { requestId, personId } = on;
  const member = await act.tx.member.findUnique({
    where: { requestId_personId: on },
    select: { personId: true },
  });
  if (member) {
    await setMuted(act, on, muted);
    return true;
  }
  const followable = { id: requestId, ...followableBy(personId) };
  if ((await act.tx.serviceRequest.count({ where: followable })) === 0) throw notFound();
  await setFollowing(act, on, !muted);
  return false;
}

/** Records nothing if the setting does not change. */
async function setMuted(act: Act, on: Hearer, muted: boolean): Promise<void> {
  const { count } = await act.tx.member.updateMany({
    where: { ...on, mutedAt: muted ? null : { not: null } },
    data: { mutedAt: muted ? act.at : null },
  });
  if (count > 0) await record(act, muted ? "request_muted" : "request_unmuted", {}, on);
}
