import "server-only";
import type { MemberRole } from "../generated/enums";
import type { Found } from "../requests/found";
import { can } from "../requests/policy";

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

export function sharingOf(request: Found): Sharing {
  const { asking, members, invitations } = request;
  const { actor, at } = asking;
  const canShare = can(asking, "share", request);
  return {
    people: members.map(({ personId, name, role, addedBy, addedAt }) => ({
      id: personId,
      name,
      role,
      isMe: actor.kind === "person" && actor.id === personId,
      addedBy,
      addedAt: new Date(addedAt).toISOString(),
    })),
    invited: invitations.flatMap(({ id, email, invitedBy, createdAt, ...invitation }) => {
      const expiresAt = new Date(invitation.expiresAt);
      const isExpired = expiresAt <= at;
      if (isExpired && !canShare) return [];
      const times = { sentAt: new Date(createdAt).toISOString(), expiresAt: expiresAt.toISOString() };
      return [{ id, email: canShare ? email : null, invitedBy, ...times, isExpired }];
    }),
    canShare,
    canRemove: can(asking, "remove participant", request),
    canLeave: can(asking, "leave", request),
  };
}
