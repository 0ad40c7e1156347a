import "server-only";
import type { Reader } from "./reader";

/** No account is looked for, so that the mail is the same for every address. */
export const tellInvitation: Reader<"invitation_sent"> = async (act, { data, secrets }) => {
  const { invitationId } = data;
  const { email, expiresAt } = await act.tx.invitation.findUniqueOrThrow({
    where: { id: invitationId },
    select: { email: true, expiresAt: true },
  });
  const secret = { token: secrets.token ?? "" };
  return [{ kind: "shared_with_you", personId: null, to: email, facts: { invitationId }, secret, expiresAt }];
};
