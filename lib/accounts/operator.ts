import "server-only";
import type { Role } from "../actor";
import { db } from "../db";
import { env } from "../env";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import { lockStage, storeStage } from "../set-up-stage";
import { hashNewPassword } from "./new-password";
import { makePasswordLink } from "./passwords";
import { restore, suspend } from "./suspension";

const inviteMinutes = 24 * 60;

function onlyTheDesk(act: Act): void {
  if (act.actor.kind !== "system") throw refuse("operator.only");
}

export type NewPerson = { email: string; name: string; role: Role; password?: string };
export type PreparedPerson = { email: string; name: string; role: Role; passwordHash?: string | null };

const taken = (email: string) => refuse("person.exists", { email });

/** Hashes outside of the transaction. @throws Refusal conflict (address taken), invalid (weak password) */
export async function preparePerson({ email, name, role, password }: NewPerson): Promise<PreparedPerson> {
  if (await db().person.findUnique({ where: { email }, select: { id: true } })) throw taken(email);
  const passwordHash = password === undefined ? null : await hashNewPassword(password, [name, email]);
  return { email, name, role, passwordHash };
}

/**
 * The operator vouches for the address. Returns a one-time link, valid for a day, unless a password was given.
 * @throws Refusal forbidden, conflict (address taken)
 */
export async function createPerson(
  act: Act,
  { email, name, role, passwordHash = null }: PreparedPerson,
): Promise<string | null> {
  onlyTheDesk(act);
  if (await act.tx.person.findUnique({ where: { email }, select: { id: true } })) throw taken(email);
  const person = await act.tx.person.create({
    data: { email, name, role, passwordHash, timeZone: act.settings.timeZone, createdAt: act.at },
    select: { id: true },
  });
  await record(act, "person_created", { role }, { personId: person.id });
  if (role === "admin") await needNoSetUp(act);
  if (passwordHash !== null) return null;
  return `${env().APP_URL}/set-password/${await makePasswordLink(act, person.id, { validMinutes: inviteMinutes })}`;
}

/** Ends set-up. It starts by making the first admin, and with one who was created or restored at the terminal that is done. */
async function needNoSetUp(act: Act): Promise<void> {
  if (act.settings.setUp !== "fresh" || (await lockStage(act.tx)) !== "fresh") return;
  await storeStage(act.tx, "done", act.at);
  await record(act, "set_up_reached", { stage: "done" }, {});
}

/** @throws Refusal not_found, conflict (the last admin who can log in) */
export async function suspendPerson(act: Act, email: string): Promise<void> {
  await suspend(act, await findId(act, email));
}

/** @throws Refusal not_found */
export async function restorePerson(act: Act, email: string): Promise<void> {
  const id = await findId(act, email);
  await restore(act, id);
  const admin = { id, role: "admin" as const };
  if (await act.tx.person.findFirst({ where: admin, select: { id: true } })) await needNoSetUp(act);
}

async function findId(act: Act, email: string): Promise<string> {
  onlyTheDesk(act);
  const person = await act.tx.person.findUnique({ where: { email }, select: { id: true } });
  if (!person) throw refuse("person.unknown", { email });
  return person.id;
}

export type ListedPerson = { email: string; name: string; role: Role; suspended: boolean };

export async function listPeople(afterEmail = ""): Promise<ListedPerson[]> {
  const people = await db().person.findMany({
    where: { email: { gt: afterEmail } },
    orderBy: { email: "asc" }, // unique index on email
    take: 1000,
    select: { email: true, name: true, role: true, suspendedAt: true },
  });
  return people.map(({ suspendedAt, ...person }) => ({ ...person, suspended: suspendedAt !== null }));
}
