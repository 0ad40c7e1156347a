import "server-only";
import { db } from "../db";
import { readMuteToken } from "../rendering/mute-link";
import { referenceOf } from "../requests/reference";
import { readDeskSettings } from "../settings";

/** Shown to anybody who opens a mail's link: the request, and whose mails it mutes, half hidden. */
export type MutePage = { reference: string; address: string; isMuted: boolean; isMember: boolean };

/** Null for a link that is not ours. */
export async function readMutePage(token: string): Promise<MutePage | null> {
  const link = await readMuteToken("page", token);
  if (!link) return null;
  const [request, person] = await Promise.all([
    db().serviceRequest.findUnique({
      where: { id: link.requestId },
      select: { number: true, members: { where: { personId: link.personId }, select: { mutedAt: true } } },
    }),
    db().person.findUnique({ where: { id: link.personId }, select: { email: true } }),
  ]);
  if (!request || !person) return null;
  const settings = await readDeskSettings();
  const [member] = request.members;
  return {
    reference: referenceOf(request.number, settings),
    address: hideAddress(person.email),
    isMuted: Boolean(member?.mutedAt),
    isMember: member !== undefined,
  };
}

/** `ada@acme.test` as `a…@acme.test`, recognisable only to its owner. */
function hideAddress(email: string): string {
  const [first = ""] = email;
  return `${first}…${email.slice(email.lastIndexOf("@"))}`;
}
