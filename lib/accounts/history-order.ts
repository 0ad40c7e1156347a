import "server-only";
import { type Act, byPerson } from "../events/act";

/** Which end of a history this person reads first; a habit of theirs, so it is no event of any request. */
export async function setHistoryOrder(act: Act, newestFirst: boolean): Promise<void> {
  const { actor, tx } = byPerson(act);
  await tx.person.update({ where: { id: actor.id }, data: { newestFirst } });
}
