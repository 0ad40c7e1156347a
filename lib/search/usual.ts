import "server-only";
import type { PersonActor } from "../actor";
import { db } from "../db";
import { type Act, byPerson } from "../events/act";
import { toQueryString } from "./own-list";
import type { View } from "./view";

/** Null for the desk's default. */
export async function keepUsualList(act: Act, view: View | null): Promise<void> {
  const { actor, tx } = byPerson(act);
  const usualList = view ? toQueryString(view) : "";
  await tx.person.update({ where: { id: actor.id }, data: { usualList }, select: { id: true } });
}

/** A query string; empty for the desk's default. */
export async function readUsualList(actor: PersonActor): Promise<string> {
  const { usualList } = await db().person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { usualList: true },
  });
  return usualList;
}
