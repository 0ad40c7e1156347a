import "server-only";
import { type Act, byPerson } from "../events/act";

export type OrderChoice = { order: "newest" | "oldest" };

/** Which end of a history this person reads first; a habit of theirs, so it is no event of any request. */
export async function setHistoryOrder(act: Act, { order }: OrderChoice): Promise<void> {
  const { actor, tx } = byPerson(act);
  await tx.person.update({ where: { id: actor.id }, data: { newestFirst: order === "newest" } });
}
