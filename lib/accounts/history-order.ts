import "server-only";
import { type Act, byPerson } from "../events/act";

export async function setHistoryOrder(act: Act, newestFirst: boolean): Promise<void> {
  const { actor, tx } = byPerson(act);
  await tx.person.update({ where: { id: actor.id }, data: { newestFirst } });
}
