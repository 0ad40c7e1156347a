import "server-only";
import type { Act } from "../events/act";

export async function revokeLinks(act: Act, personId: string): Promise<void> {
  const open = { where: { personId, usedAt: null }, data: { usedAt: act.at } };
  await act.tx.passwordLink.updateMany(open);
  await act.tx.emailChange.updateMany(open);
  await act.tx.logInLink.updateMany(open);
}

/** Locks the sign-ups for an address, so that only one can claim it. Take it before any other lock on the address. */
export async function holdSignUps(act: Act, email: string): Promise<void> {
  // Ordered, so that two at once cannot deadlock.
  await act.tx.$queryRaw`select id from sign_ups where email = ${email} order by id for update`; // index on email
}

/** Once the address is taken, no sign-up for it can make an account; deletes the passwords typed there. */
export async function endSignUps(act: Act, email: string): Promise<void> {
  await act.tx.signUp.updateMany({ where: { email }, data: { passwordHash: null } });
}
