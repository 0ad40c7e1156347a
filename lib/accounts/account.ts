import "server-only";
import { type Act, byPerson } from "../events/act";
import { refuse } from "../refusal";

/** Locks the actor's own account for the rest of the transaction. @throws Refusal forbidden (suspended) */
export async function lockOwnAccount(act: Act) {
  const { actor, tx } = byPerson(act);
  await tx.$queryRaw`select id from people where id = ${actor.id}::uuid for no key update`;
  const account = await tx.person.findFirst({
    where: { id: actor.id, suspendedAt: null },
    select: { id: true, name: true, email: true, passwordHash: true },
  });
  if (!account) throw refuse("account.suspended");
  return account;
}
