import "server-only";
import { actorColumns, type PersonActor, personOf } from "../actor";
import { before, days, later, minutes, now } from "../clock";
import { verifyPassword } from "../crypto";
import { db } from "../db";
import type { Act } from "../events/act";
import { perProcess } from "../process/per-process";
import { inTurn, makeTurns } from "../process/turns";
import { busyWithPasswords, refuse } from "../refusal";
import { readDeskSettings, refreshSettings } from "../settings";
import { deviceOf } from "./devices";
import type { SignInInput } from "./input";
import { countLogIn } from "./log-in-limits";

export const sessionDays = 30;

/** How long an expired session still identifies its owner. */
export const afterlife = days(1);

export type Caller = { network: string; devices: string[] };

const unknownCaller: Caller = { network: "unknown", devices: [] };

/** The hash that matched goes on to `openProvenSession`. */
export type Proven = { personId: string; passwordHash: string };

/** Checks one password of strangers per network at a time, so that no two networks fill the queue for all. */
const strangers = () => perProcess("log-ins of strangers", () => makeTurns(1, 12));

/**
 * Answers unknown addresses, wrong passwords and accounts without a password alike, in text and in time. Slow on
 * purpose, so keep it outside of any transaction. @throws Refusal invalid, forbidden (suspended), too_many
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

/** Returns the session's id. @throws Refusal invalid (password changed or account suspended since the check) */
export async function openProvenSession(
  act: Act,
  { personId, passwordHash }: Proven,
  formerSessionId: string | null = null,
): Promise<string> {
  // Locks the row: a new password or a suspension either waits and then ends this session, or is seen here.
  const rows = await act.tx.$queryRaw<unknown[]>`
    select id from people
    where id = ${personId}::uuid and "passwordHash" = ${passwordHash} and "suspendedAt" is null for no key update`;
  if (rows.length === 0) throw wrongLogIn();
  return openSession(act, personId, formerSessionId);
}

const wrongLogIn = () => refuse("log_in.wrong");

/** Returns the session's id. Ends the browser's former session, even another person's: nobody could find it later. */
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

/** Keeps what it was opened with; returns whose it is. */
export async function noteDevice(sessionId: string, device: string | null): Promise<string> {
  const { personId } = await db().session.update({
    where: { id: sessionId },
    data: { device },
    select: { personId: true },
  });
  return personId;
}

const seenEvery = minutes(10);

/** That a page of it is open. */
export async function noteSeen(sessionId: string, at = now()): Promise<void> {
  await db().session.updateMany({
    where: { id: sessionId, OR: [{ seenAt: null }, { seenAt: { lt: before(at, seenEvery) } }] },
    data: { seenAt: at },
  });
}

export async function endSession(act: Act, sessionId: string): Promise<void> {
  await act.tx.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: act.at } });
}

/** Returns how many could still be used. */
export async function endSessionsOf(
  act: Act,
  personId: string,
  keptId: string | null = null,
): Promise<number> {
  const { count } = await act.tx.session.updateMany({
    where: {
      ...{ personId, endedAt: null, expiresAt: { gt: act.at } },
      ...(keptId !== null && { id: { not: keptId } }),
    },
    data: { endedAt: act.at },
  });
  return count;
}

/** @param askedNow the languages that their browser asks for */
export async function actorOfSession(sessionId: string, askedNow?: string[]): Promise<PersonActor | null> {
  const [settings, session] = await Promise.all([
    refreshSettings(),
    db().session.findFirst({
      where: { id: sessionId, endedAt: null, expiresAt: { gt: now() }, person: { suspendedAt: null } },
      select: { person: { select: actorColumns } },
    }),
  ]);
  return session && personOf(session.person, settings, askedNow);
}

/** Null if the session was ended (log-out, new password, suspension). Use it only to keep what they typed. */
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
  return session && personOf(session.person, await readDeskSettings());
}

/** Null if unknown or suspended. Use it only to keep what they typed. */
export async function actorById(id: string | null): Promise<PersonActor | null> {
  const person =
    id && (await db().person.findFirst({ where: { id, suspendedAt: null }, select: actorColumns }));
  return person ? personOf(person, await readDeskSettings()) : null;
}
