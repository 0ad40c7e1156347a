import "server-only";
import type { Actor } from "../actor";
import { now } from "../clock";
import { db } from "../db";
import type { MemberRole } from "../generated/enums";
import { can, standingColumns, visibleTo } from "../requests/policy";
import { numberOf } from "../requests/reference";
import { readDeskSettings } from "../settings";
import { maxOnRequest } from "./input";

export type OnRequest = {
  id: string;
  name: string;
  role: MemberRole;
  isMe: boolean;
  addedBy: string | null;
  addedAt: string;
};
/** `email` is null for those who may not share: they see that a person is invited, not which. */
export type Invited = {
  id: string;
  email: string | null;
  invitedBy: string;
  sentAt: string;
  expiresAt: string;
  isExpired: boolean;
};
export type Sharing = {
  people: OnRequest[];
  invited: Invited[];
  canShare: boolean;
  canRemove: boolean;
  canLeave: boolean;
};

/** Null if the actor may not see the request. */
export async function readSharing(actor: Actor, reference: string, at = now()): Promise<Sharing | null> {
  const number = numberOf(reference);
  if (number === null) return null;
  const request = await db().serviceRequest.findFirst({
    where: { AND: [{ number }, visibleTo(actor)] }, // unique index on number
    select: {
      ...standingColumns,
      members: {
        orderBy: [{ role: "asc" }, { addedAt: "asc" }],
        take: maxOnRequest + 1,
        select: {
          personId: true,
          role: true,
          addedAt: true,
          person: { select: { name: true } },
          addedBy: { select: { name: true } },
        },
      },
      invitations: {
        where: { acceptedAt: null, withdrawnAt: null }, // index on (requestId, email)
        orderBy: { createdAt: "asc" },
        take: maxOnRequest,
        select: {
          id: true,
          email: true,
          createdAt: true,
          expiresAt: true,
          invitedBy: { select: { name: true } },
        },
      },
    },
  });
  if (!request) return null;
  const asking = { actor, at, settings: await readDeskSettings() };
  const canShare = can(asking, "share", request);
  return {
    people: request.members.map(({ personId, role, person, addedBy, addedAt }) => ({
      id: personId,
      name: person.name,
      role,
      isMe: actor.kind === "person" && actor.id === personId,
      addedBy: addedBy?.name ?? null,
      addedAt: addedAt.toISOString(),
    })),
    invited: request.invitations
      .filter(({ expiresAt }) => canShare || expiresAt > at)
      .map(({ id, email, invitedBy, createdAt, expiresAt }) => ({
        id,
        email: canShare ? email : null,
        invitedBy: invitedBy.name,
        sentAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        isExpired: expiresAt <= at,
      })),
    canShare,
    canRemove: can(asking, "remove participant", request),
    canLeave: can(asking, "leave", request),
  };
}
