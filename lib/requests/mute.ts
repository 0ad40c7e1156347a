import "server-only";
import { type Act, byPerson, record } from "../events/act";
import { notFound, refuse } from "../refusal";
import { loadRequest } from "./load";

/**
 * The resolution is still mailed. @throws Refusal not_found, forbidden (agents who do not take part get no such mails)
 */
export async function muteRequest(
  act: Act,
  { reference, muted }: { reference: string; muted: boolean },
): Promise<void> {
  const { actor } = byPerson(act);
  const request = await loadRequest(act, reference);
  if (!request.members.some(({ personId }) => personId === actor.id)) throw refuse("mute.takes_no_part");
  await setMuted(act, request.id, actor.id, muted);
}

/** The caller has verified the link. @throws Refusal not_found (they no longer take part) */
export async function muteByLink(
  act: Act,
  { requestId, personId }: { requestId: string; personId: string },
  muted: boolean,
): Promise<void> {
  const member = await act.tx.member.findUnique({
    where: { requestId_personId: { requestId, personId } },
    select: { personId: true },
  });
  if (!member) throw notFound();
  await setMuted(act, requestId, personId, muted);
}

/** Records nothing if the setting does not change. */
async function setMuted(act: Act, requestId: string, personId: string, muted: boolean): Promise<void> {
  const { count } = await act.tx.member.updateMany({
    where: { requestId, personId, mutedAt: muted ? null : { not: null } },
    data: { mutedAt: muted ? act.at : null },
  });
  if (count > 0) await record(act, muted ? "request_muted" : "request_unmuted", {}, { requestId, personId });
}
