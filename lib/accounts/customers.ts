import "server-only";
import { z } from "zod";
import { isAgent, type PersonActor } from "../actor";
import { db } from "../db";
import { type Act, byPerson, record } from "../events/act";
import { notFound, refuse } from "../refusal";
import { requireOwnName } from "./input";

export type NamedCustomer = { id: string; name: string; email: string; awaitsSignUp: boolean };

/**
 * The id of whoever has the address. Nobody: a customer of this name is made, who has no account until they sign up.
 * @throws Refusal not_found (no agent asks), invalid (nobody has it and no name is given; suspended)
 */
export async function ensureCustomer(
  act: Act,
  { email, name }: { email: string; name?: string },
): Promise<string> {
  const { actor, at, tx, settings } = byPerson(act);
  if (!isAgent(actor)) throw notFound();
  const find = () =>
    tx.person.findUnique({ where: { email }, select: { id: true, name: true, suspendedAt: true } });
  const known = await find();
  if (known?.suspendedAt) throw suspended(known.name);
  if (known) return known.id;
  if (name === undefined) throw refuse("customer.unknown", { email }, { field: "name" });
  requireOwnName(name, settings.deskName);
  // Of two agents who enter the same address at once, the later one finds the earlier one's.
  const { count } = await tx.person.createMany({
    data: [{ email, name, awaitsSignUp: true, timeZone: settings.timeZone, createdAt: at }],
    skipDuplicates: true,
  });
  const made = await find();
  if (!made) throw new Error("The customer was not kept.");
  if (count > 0) await record(act, "person_created", { role: "customer" }, { personId: made.id });
  return made.id;
}

/** Whom something can be raised for. @throws Refusal not_found, invalid (suspended) */
export async function requireCustomer(act: Act, id: string): Promise<void> {
  const person = await act.tx.person.findUnique({
    where: { id },
    select: { name: true, suspendedAt: true },
  });
  if (!person) throw notFound();
  if (person.suspendedAt) throw suspended(person.name);
}

/** Null for whoever is no agent, and where nothing can be raised for them. */
export async function readCustomer(actor: PersonActor, id: string): Promise<NamedCustomer | null> {
  if (!isAgent(actor) || !z.uuid().safeParse(id).success) return null;
  return db().person.findFirst({
    where: { id, suspendedAt: null },
    select: { id: true, name: true, email: true, awaitsSignUp: true },
  });
}

const suspended = (name: string) => refuse("customer.suspended", { name }, { field: "email" });
