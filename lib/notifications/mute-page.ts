import "server-only";
import { db } from "../db";
import { readMuteToken } from "../rendering/mute-link";
import { followableBy } from "../requests/policy";
import { referenceOf } from "../requests/reference";
import { readDeskSettings } from "../settings";

/** Shown to anybody who opens a mail's link: the request, and whose mails it mutes, half hidden. */
export type MutePage = {
  reference: string;
  address: string;
  isMuted: boolean;
  isMember: boolean;
  /** Takes no part: what is muted is that they follow it. */
  isManager: boolean;
};

/** Null for a link that is not ours. */
export async function readMutePage(token: string): Promise<MutePage | null> {
  const link = await readMuteToken("page", token);
  if (!link) return null;
  const { requestId: id, personId } = link;
  const own = { where: { personId } };
  const [request, person, followable] = await Promise.all([
    db().serviceRequest.findUnique({
      where: { id },
      select: {
        number: true,
        members: { ...own, select: { mutedAt: true } },
        followers: { ...own, select: { personId: true } },
      },
    }),
    db().person.findUnique({ where: { id: personId }, select: { email: true } }),
    db().serviceRequest.count({ where: { id, ...followableBy(personId) } }),
  ]);
  if (!request || !person) return null;
  const settings = await readDeskSettings();
  const [member] = request.members;
  return {
    reference: referenceOf(request.number, settings),
    address: hideAddress(person.email),
    isMuted: member ? member.mutedAt !== null : request.followers.length === 0,
    isMember: member !== undefined,
    isManager: member === undefined && followable > 0,
  };
}

/** `ada@acme.test` as `a…@acme.test`, recognisable only to its owner. */
function hideAddress(email: string): string {
  const [first = ""] = email;
  return `${first}…${email.slice(email.lastIndexOf("@"))}`;
}
