import "server-only";
import type { Act } from "../events/act";

/** Whatever link this person was mailed and has not used opens nothing any more. */
export async function revokeLinks(act: Act, personId: string): Promise<void> {
  const open = { where: { personId, usedAt: null }, data: { usedAt: act.at } };
  await act.tx.passwordLink.updateMany(open);
  await act.tx.emailChange.updateMany(open);
  await act.tx.logInLink.updateMany(open);
}

/**
 * Waits until nobody else is about to make this address somebody's. Take it before anything else that is locked for
 * the sake of the address.
 */
export async function holdSignUps(act: Act, email: string): Promise<void> {
  // In one order, so that two at once wait for each other instead of getting stuck.
  await act.tx.$queryRaw`select id from sign_ups where email = ${email} order by id for update`; // index on email
}

/** The address is somebody's now: no sign-up for it makes an account any more, and the passwords typed there are gone. */
export async function endSignUps(act: Act, email: string): Promise<void> {
  await act.tx.signUp.updateMany({ where: { email }, data: { passwordHash: null } });
}
