import "server-only";
import { type Act, byPerson } from "../events/act";
import { refuse } from "../refusal";

/**
 * The actor's own account, held until the action is over.
 * @throws Refusal forbidden (suspended since the action began)
 */
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
