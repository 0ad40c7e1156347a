import "server-only";
import type { PersonActor } from "../actor";
import { db } from "../db";
import { type Act, byPerson } from "../events/act";
import type { UsualListInput } from "./input";

export async function keepUsualList(act: Act, { list = "" }: UsualListInput): Promise<void> {
  const { actor, tx } = byPerson(act);
  await tx.person.update({ where: { id: actor.id }, data: { usualList: list }, select: { id: true } });
}

/** A query string; empty for the desk's default. */
export async function readUsualList(actor: PersonActor): Promise<string> {
  const { usualList } = await db().person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { usualList: true },
  });
  return usualList;
}
