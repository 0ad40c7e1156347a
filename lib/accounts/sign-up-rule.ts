import "server-only";
import type { Act } from "../events/act";
import { awaitingSignUp } from "./sign-up";

/**
 * Whether the desk's settings let this address have an account. Told to its mailbox alone: by whom it was invited, or
 * entered by an agent, is nothing that a stranger who types it may learn.
 */
export async function maySignUp({ tx, at, settings }: Act, email: string): Promise<boolean> {
  const { signUp, signUpDomains, signUpInvited } = settings;
  if (signUp === "open") return true;
  if (signUp === "domains" && signUpDomains.includes(email.slice(email.lastIndexOf("@") + 1))) return true;
  if (await tx.person.findFirst({ where: { email, ...awaitingSignUp }, select: { id: true } })) return true;
  if (!signUpInvited) return false;
  const invitation = await tx.invitation.findFirst({
    where: { email, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: at } }, // index invitations_of_address
    select: { id: true },
  });
  return invitation !== null;
}
