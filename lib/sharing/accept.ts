import "server-only";
import { lockOwnAccount } from "../accounts/account";
import type { PersonActor } from "../actor";
import { now } from "../clock";
import { digest } from "../crypto";
import { db } from "../db";
import { type Act, record } from "../events/act";
import { readEvents } from "../events/stored";
import { refuse } from "../refusal";
import { loadRequestUnchecked } from "../requests/load";
import { referenceOf } from "../requests/reference";
import { readDeskSettings } from "../settings";

/** Shows nothing of the request to anyone but the invited person. */
export type Offer =
  | { state: "gone" | "signed_out" | "not_yours" }
  | { state: "joined"; reference: string }
  | { state: "open"; reference: string; sharedBy: string; expiresAt: string };

type Life = { acceptedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date };
const isOpenAt = (at: Date, { acceptedAt, withdrawnAt, expiresAt }: Life) =>
  !acceptedAt && !withdrawnAt && expiresAt > at;
const lifeColumns = { acceptedAt: true, withdrawnAt: true, expiresAt: true } as const;

export async function readOffer(actor: PersonActor | null, token: string, at = now()): Promise<Offer> {
  const invitation = await db().invitation.findUnique({
    where: { tokenHash: digest(token) },
    select: {
      ...lifeColumns,
      email: true,
      invitedBy: { select: { email: true } },
      request: { select: { number: true, members: { select: { personId: true } } } },
    },
  });
  if (!invitation) return { state: "gone" };
  const settings = await readDeskSettings();
  const { request, expiresAt, email, invitedBy } = invitation;
  const reference = referenceOf(request.number, settings);
  if (actor && invitation.acceptedAt && request.members.some(({ personId }) => personId === actor.id))
    return { state: "joined", reference };
  if (!isOpenAt(at, invitation)) return { state: "gone" };
  if (!actor) return { state: "signed_out" };
  if (actor.email !== email) return { state: "not_yours" };
  return { state: "open", reference, sharedBy: invitedBy.email, expiresAt: expiresAt.toISOString() };
}

/** Returns the reference. @throws Refusal forbidden (suspended, other address), invalid (used, withdrawn, too old) */
export async function acceptInvitation(act: Act, { token }: { token: string }): Promise<string> {
  const account = await lockOwnAccount(act);
  const tokenHash = digest(token);
  const offered = await act.tx.invitation.findUnique({
    where: { tokenHash },
    select: { request: { select: { number: true } } },
  });
  if (!offered) throw gone();
  const reference = referenceOf(offered.request.number, act.settings);
  // Unchecked, because the actor may not see the request yet; the invitation is checked once the request is locked.
  const request = await loadRequestUnchecked(act, reference);
  const invitation = await act.tx.invitation.findUnique({
    where: { tokenHash },
    select: { id: true, email: true, invitedById: true, ...lifeColumns },
  });
  if (!invitation || !isOpenAt(act.at, invitation)) throw gone();
  if (invitation.email !== account.email) throw refuse("invitation.of_other_address");
  await act.tx.invitation.updateMany({ where: { id: invitation.id }, data: { acceptedAt: act.at } });
  await act.tx.member.createMany({
    data: [
      {
        requestId: request.id,
        personId: account.id,
        role: "participant",
        addedById: invitation.invitedById,
        addedAt: act.at,
        isOpen: request.isOpen,
        lastActivityAt: request.lastActivityAt,
      },
    ],
    skipDuplicates: true,
  });
  await record(act, "invitation_accepted", { invitationId: invitation.id }, { requestId: request.id });
  return reference;
}

const gone = () => refuse("invitation.gone");

/** Whether that `invitation_sent` may still be mailed: the invitation is open and was not sent again since. */
export async function isStillOffered(eventId: bigint, at: Date): Promise<boolean> {
  const row = await db().event.findUnique({
    where: { id: eventId },
    select: { type: true, at: true, data: true },
  });
  const [event] = readEvents(row ? [row] : []);
  if (event?.type !== "invitation_sent") return false;
  const invitation = await db().invitation.findUnique({
    where: { id: event.data.invitationId },
    select: { createdAt: true, ...lifeColumns },
  });
  return (
    invitation !== null && isOpenAt(at, invitation) && invitation.createdAt.getTime() === event.at.getTime()
  );
}
