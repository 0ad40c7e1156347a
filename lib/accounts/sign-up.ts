import "server-only";
import { later, minutes, now } from "../clock";
import { digest, hashPassword, newCode, newToken, sameText } from "../crypto";
import { db, isDuplicate } from "../db";
import { env } from "../env";
import { Refusal, TooMany } from "../errors";
import { type Act, record } from "../events/act";
import type { SignUpInput } from "./input";
import { countNewPassword } from "./log-in-limits";
import { mayMail } from "./mail-limits";
import { passwordProblem } from "./password-check";
import { openSession } from "./sessions";

export const codeMinutes = 30;
export const codeTries = 5;
export const resendSeconds = 60;

const gone = () =>
  new Refusal("invalid", "This code is no longer valid. Ask for a new one, or sign up again.");

export type PreparedSignUp = { name: string; email: string; passwordHash: string; isMailed: boolean };

/**
 * The slow and the counted part of signing up, outside of the transaction.
 * @throws Refusal invalid (password), TooMany (passwords to judge)
 */
export async function prepareSignUp(
  { name, email, password }: SignUpInput,
  network = "unknown",
): Promise<PreparedSignUp> {
  await countNewPassword(network);
  const problem = await passwordProblem(password, [name, email, env().DESK_NAME]);
  if (problem) throw new Refusal("invalid", "Please choose another password.", { password: [problem] });
  const passwordHash = await hashPassword(password);
  return { name, email, passwordHash, isMailed: await mayMail("sign-up", email, network) };
}

/**
 * Mails a code and a link that make the account. Somebody who already has one is mailed that instead; the answer,
 * an id to go on with, is the same. So it is where no further mail may be sent.
 */
export async function askForAccount(act: Act, { isMailed, ...signUp }: PreparedSignUp): Promise<string> {
  const secrets = newSecrets();
  const { id } = await act.tx.signUp.create({
    data: { ...signUp, ...validity(act), ...hashed(secrets), createdAt: act.at },
    select: { id: true },
  });
  if (isMailed) await tell(act, signUp.email, signUp.name, secrets);
  return id;
}

/**
 * Counts a wish for a fresh code, and answers whether it may be mailed.
 * @throws Refusal too_many (within the wait after the last mail), invalid (sign-up over)
 */
export async function countResend(signUpId: string, at = now(), network = "unknown"): Promise<boolean> {
  const found = await db().signUp.findFirst({
    where: { id: signUpId, usedAt: null },
    select: { email: true, mailedAt: true },
  });
  if (!found) throw gone();
  const wait = Math.ceil((later(found.mailedAt, resendSeconds * 1000).getTime() - at.getTime()) / 1000);
  if (wait > 0) throw new TooMany(wait, `Please wait ${wait} more seconds before asking for another mail.`);
  return mayMail("sign-up", found.email, network);
}

/** Mails a fresh code and link; the former ones die. Of two wishes at once only one is mailed. */
export async function resendCode(act: Act, signUpId: string): Promise<void> {
  const secrets = newSecrets();
  const { count } = await act.tx.signUp.updateMany({
    where: { id: signUpId, usedAt: null, mailedAt: { lte: later(act.at, -resendSeconds * 1000) } },
    data: { ...validity(act), ...hashed(secrets), wrongTries: 0 },
  });
  if (count === 0) throw gone();
  const { email, name } = await act.tx.signUp.findUniqueOrThrow({
    where: { id: signUpId },
    select: { email: true, name: true },
  });
  await tell(act, email, name, secrets);
}

/**
 * Counts a try at the code, outside of the transaction so that a wrong one stays counted.
 * @throws Refusal invalid (used, older than 30 minutes, or five tries gone)
 */
export async function countCodeTry(signUpId: string, at = now()): Promise<void> {
  const { count } = await db().signUp.updateMany({
    where: { id: signUpId, usedAt: null, expiresAt: { gt: at }, wrongTries: { lt: codeTries } },
    data: { wrongTries: { increment: 1 } },
  });
  if (count === 0) throw gone();
}

/**
 * Makes the account from the typed code, a try at which has been counted, and signs in; returns the session's id.
 * @throws Refusal invalid (wrong or used), conflict (the address has got an account meanwhile)
 */
export async function confirmByCode(
  act: Act,
  signUpId: string,
  code: string,
  timeZone: string | null = null,
): Promise<string> {
  const found = await act.tx.signUp.findUniqueOrThrow({
    where: { id: signUpId },
    select: { id: true, codeHash: true, wrongTries: true },
  });
  if (!sameText(found.codeHash, hashCode(code))) {
    const left = codeTries - found.wrongTries;
    const hint = left > 0 ? `You have ${left} more ${left === 1 ? "try" : "tries"}.` : "Ask for a new one.";
    throw new Refusal("invalid", "Please check the code.", {
      code: [`That is not the code we mailed. ${hint}`],
    });
  }
  return makeAccount(act, found.id, timeZone);
}

/** Makes the account from the mailed link and signs in; returns the session's id. */
export async function confirmByLink(
  act: Act,
  token: string,
  timeZone: string | null = null,
): Promise<string> {
  const found = await act.tx.signUp.findFirst({
    where: { linkHash: digest(token), usedAt: null, expiresAt: { gt: act.at } },
    select: { id: true },
  });
  if (!found) throw new Refusal("invalid", "This link is no longer valid. Please sign up again.");
  return makeAccount(act, found.id, timeZone);
}

async function makeAccount(act: Act, signUpId: string, timeZone: string | null): Promise<string> {
  const { count } = await act.tx.signUp.updateMany({
    where: { id: signUpId, usedAt: null },
    data: { usedAt: act.at },
  });
  if (count === 0) throw gone();
  const { email, name, passwordHash } = await act.tx.signUp.findUniqueOrThrow({
    where: { id: signUpId },
    select: { email: true, name: true, passwordHash: true },
  });
  const taken = () =>
    new Refusal("conflict", "You already have an account with this address. Please log in.");
  if (await act.tx.person.findUnique({ where: { email }, select: { id: true } })) throw taken();
  const person = await act.tx.person
    .create({
      data: { email, name, passwordHash, createdAt: act.at, ...(timeZone && { timeZone }) },
      select: { id: true },
    })
    .catch((error: unknown) => {
      throw isDuplicate(error) ? taken() : error;
    });
  await record(act, "signed_up", {}, { personId: person.id });
  return openSession(act, person.id);
}

type Secrets = { code: string; token: string };
const newSecrets = (): Secrets => ({ code: newCode(), token: newToken() });
const hashed = ({ code, token }: Secrets) => ({ codeHash: hashCode(code), linkHash: digest(token) });
const validity = (act: Act) => ({ mailedAt: act.at, expiresAt: later(act.at, minutes(codeMinutes)) });

/** Six digits are soon tried through, so they are keyed with the desk's secret. */
const hashCode = (code: string) => digest(`${env().NEXTAUTH_SECRET}:${code}`);

async function tell(act: Act, email: string, name: string, secrets: Secrets): Promise<void> {
  const known = await act.tx.person.findUnique({ where: { email }, select: { id: true } });
  await record(act, "sign_up_asked", { email }, {}, known ? { name } : { name, ...secrets });
}
