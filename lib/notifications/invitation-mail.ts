import "server-only";
import type { Reader } from "./reader";

export const invitationKind = "shared_with_you";

/** The same for every address: no account is looked for. */
export const tellInvitation: Reader<"invitation_sent"> = async (act, { data, secrets }) => {
  const { invitationId } = data;
  const { email, expiresAt } = await act.tx.invitation.findUniqueOrThrow({
    where: { id: invitationId },
    select: { email: true, expiresAt: true },
  });
  const secret = { token: secrets.token ?? "" };
  return [{ kind: invitationKind, personId: null, to: email, facts: { invitationId }, secret, expiresAt }];
};
