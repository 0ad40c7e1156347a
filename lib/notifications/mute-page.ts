import "server-only";
import { db } from "../db";
import { referenceOf } from "../requests/reference";
import { readMuteToken } from "./mute-link";

/** What the link of a mail may tell whoever opens it: the reference and the state of the switch, nothing else. */
export type MutePage = { reference: string; isMuted: boolean; isMember: boolean };

/** Null for a link that is not ours. */
export async function readMutePage(token: string): Promise<MutePage | null> {
  const link = readMuteToken(token);
  const request =
    link &&
    (await db().serviceRequest.findUnique({
      where: { id: link.requestId },
      select: { number: true, members: { where: { personId: link.personId }, select: { mutedAt: true } } },
    }));
  if (!request) return null;
  const [member] = request.members;
  return {
    reference: referenceOf(request.number),
    isMuted: Boolean(member?.mutedAt),
    isMember: member !== undefined,
  };
}
