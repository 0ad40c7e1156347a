import "server-only";
import type { PersonActor } from "../actor";
import { db } from "../db";
import { type Act, byPerson } from "../events/act";
import type { UsualListInput } from "./input";

/** Keeps a list as the one that opens when the actor asks for none in particular; without one, the desk's default. */
export async function keepUsualList(act: Act, { list = "" }: UsualListInput): Promise<void> {
  const { actor, tx } = byPerson(act);
  await tx.person.update({ where: { id: actor.id }, data: { usualList: list }, select: { id: true } });
}

/** The query string of the actor's usual list; empty for the desk's default. */
export async function readUsualList(actor: PersonActor): Promise<string> {
  const { usualList } = await db().person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { usualList: true },
  });
  return usualList;
}
