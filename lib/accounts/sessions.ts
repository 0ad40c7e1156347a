import "server-only";
import { actorColumns, type PersonActor } from "../actor";
import { days, later, now } from "../clock";
import { verifyPassword } from "../crypto";
import { db } from "../db";
import type { Act } from "../events/act";
import { perProcess } from "../process/per-process";
import { inTurn, makeTurns } from "../process/turns";
import { busyWithPasswords, refuse } from "../refusal";
import { deviceOf } from "./devices";
import type { SignInInput } from "./input";
import { countLogIn } from "./log-in-limits";

export const sessionDays = 30;

/** For how long after a session has run out it is still known whose it was. */
export const afterlife = days(1);

/** Where somebody comes from who wants to log in: their network, and what their browser keeps of earlier log-ins. */
export type Caller = { network: string; devices: string[] };

const unknownCaller: Caller = { network: "unknown", devices: [] };

/** Whose password it was, and the hash that it fitted: `openProvenSession` takes both. */
export type Proven = { personId: string; passwordHash: string };

/** Of one network: one password of strangers after the other, so that no two networks fill the line of all. */
const strangers = () => perProcess("log-ins of strangers", () => makeTurns(1, 12));

/**
 * Checks the credentials and returns whose they are. Unknown addresses, wrong passwords and accounts without a
 * password are one answer, in words and in time. Slow on purpose, so it stays outside of any transaction.
 * @throws Refusal invalid, forbidden (suspended), too_many
 */
export async function authenticate(
  { email, password }: SignInInput,
  { network, devices }: Caller = unknownCaller,
): Promise<Proven> {
  const person = await db().person.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, suspendedAt: true },
  });
  const device = person && deviceOf(person.id, devices, now());
  const counted = await countLogIn({ email, password, network, device });
  const stored = person?.passwordHash ?? null;
  const verify = () => verifyPassword(stored, password, device ? "known" : "stranger");
  const matches = await (device
    ? verify()
    : inTurn(strangers().take(network), busyWithPasswords, verify)
  ).catch(async (error: unknown) => {
    await counted.takeBack();
    throw error;
  });
  if (!person || stored === null || !matches) {
    await counted.wentWrong();
    throw wrongLogIn();
  }
  await counted.wentWell();
  if (person.suspendedAt) throw refuse("account.suspended");
  return { personId: person.id, passwordHash: stored };
}

/**
 * Begins a session for somebody whose password was checked; returns its id. Checking takes time in which the password
 * can be changed or the account suspended, and then the log-in comes too late.
 * @throws Refusal invalid
 */
export async function openProvenSession(
  act: Act,
  { personId, passwordHash }: Proven,
  formerSessionId: string | null = null,
): Promise<string> {
  // Locks the row: a new password or a suspension either waits for this session and ends it, or is seen here.
  const rows = await act.tx.$queryRaw<unknown[]>`
    select id from people
    where id = ${personId}::uuid and "passwordHash" = ${passwordHash} and "suspendedAt" is null for no key update`;
  if (rows.length === 0) throw wrongLogIn();
  return openSession(act, personId, formerSessionId);
}

const wrongLogIn = () => refuse("log_in.wrong");

/**
 * Begins a session for somebody who has just proven who they are; returns its id. The one that their browser was in
 * before, be it theirs or somebody else's, is over: nobody could find and end it any more.
 */
export async function openSession(
  act: Act,
  personId: string,
  formerSessionId: string | null = null,
): Promise<string> {
  if (formerSessionId) await endSession(act, formerSessionId);
  const session = await act.tx.session.create({
    data: { personId, createdAt: act.at, expiresAt: later(act.at, days(sessionDays)) },
    select: { id: true },
  });
  return session.id;
}

/** Whose session this is, which was opened a moment ago. */
export async function ownerOfSession(sessionId: string): Promise<string> {
  const { personId } = await db().session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { personId: true },
  });
  return personId;
}

export async function endSession(act: Act, sessionId: string): Promise<void> {
  await act.tx.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: act.at } });
}

/** Ends every session of a person, but for the one that is to be kept. */
export async function endSessionsOf(act: Act, personId: string, keptId: string | null = null): Promise<void> {
  await act.tx.session.updateMany({
    where: { personId, endedAt: null, ...(keptId !== null && { id: { not: keptId } }) },
    data: { endedAt: act.at },
  });
}

/** Who the session belongs to, as they are now; null once it has ended, run out, or the person is suspended. */
export async function actorOfSession(sessionId: string): Promise<PersonActor | null> {
  const session = await db().session.findFirst({
    where: { id: sessionId, endedAt: null, expiresAt: { gt: now() }, person: { suspendedAt: null } },
    select: { person: { select: actorColumns } },
  });
  return session && { kind: "person", ...session.person };
}

/**
 * Whose session this was, if it has run out by itself within the last day. One that was ended, by logging out, a new
 * password or a suspension, belongs to nobody any more. Good for nothing but keeping what was typed in it.
 */
export async function actorOfExpiredSession(sessionId: string, at = now()): Promise<PersonActor | null> {
  const session = await db().session.findFirst({
    where: {
      id: sessionId,
      endedAt: null,
      expiresAt: { lte: at, gt: new Date(at.getTime() - afterlife) },
      person: { suspendedAt: null },
    },
    select: { person: { select: actorColumns } },
  });
  return session && { kind: "person", ...session.person };
}

/** A person who may use the desk; null for nobody. Good for nothing but keeping what they typed. */
export async function actorById(id: string | null): Promise<PersonActor | null> {
  const person =
    id && (await db().person.findFirst({ where: { id, suspendedAt: null }, select: actorColumns }));
  return person ? { kind: "person", ...person } : null;
}
