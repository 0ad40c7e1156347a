import "server-only";
import { z } from "zod";
import { isAgent, type PersonActor } from "../actor";
import { db } from "../db";
import { type Act, byPerson } from "../events/act";
import { agentResolutions } from "../requests/lifecycle";
import { sends } from "./sends";

const stored = z
  .object({
    send: z.enum(sends).optional().catch(undefined),
    resolution: z.enum(agentResolutions).optional().catch(undefined),
    after: z.enum(["stay", "next"]).optional().catch(undefined),
  })
  .catch({});

/** What an agent chose last: what their replies bring about, how they resolve, and where they go after an answer. */
export type Habits = z.output<typeof stored>;

/** What is stored may name sends of another release, which do not count. */
export const habitsOf = (json: unknown): Habits => stored.parse(json);

export async function readHabits({ id }: PersonActor): Promise<Habits> {
  const select = { habits: true };
  return habitsOf((await db().person.findUniqueOrThrow({ where: { id }, select })).habits);
}

/** Keeps what an agent has just chosen, and leaves the rest as it was. */
export async function keepHabits(act: Act, chosen: Habits): Promise<void> {
  const { actor, tx } = byPerson(act);
  if (!isAgent(actor)) return;
  const where = { id: actor.id };
  const { habits } = await tx.person.findUniqueOrThrow({ where, select: { habits: true } });
  const before = habitsOf(habits);
  const known = Object.entries(chosen).filter(([, value]) => value !== undefined);
  if (known.every(([name, value]) => before[name as keyof Habits] === value)) return;
  const next = { ...before, ...Object.fromEntries(known) };
  await tx.person.update({ where, data: { habits: next }, select: { id: true } });
}
