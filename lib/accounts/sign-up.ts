import "server-only";
import { later, minutes, now } from "../clock";
import { digest, hashPassword, newToken } from "../crypto";
import { db } from "../db";
import { Refusal } from "../errors";
import type { Act } from "../events/act";
import { countTry } from "../rate-limit";
import type { SignUpInput } from "./input";
import { judgePassword } from "./new-password";
import { leaveWish } from "./wishes";

export const codeMinutes = 30;
export const codeTries = 5;
/** In a day for one address, however many sign-ups there are for it. */
export const codeTriesPerAddress = 20;
export const resendSeconds = 60;

/** What the browser that asked keeps: only there the code and the typed password are good. */
export type SignUpProof = { id: string; secret: string };

export const provenBy = ({ id, secret }: SignUpProof) => ({ id, browserHash: digest(secret) });

export const signUpIsGone = () =>
  new Refusal("invalid", "This code is no longer valid. Ask for a new one, or sign up again.");

export type PreparedSignUp = { name: string; email: string; passwordHash: string };

/**
 * The slow and the counted part of signing up, outside of the transaction.
 * @throws Refusal invalid (password), too_many (five mails per address in an hour)
 */
export async function prepareSignUp(
  { name, email, password }: SignUpInput,
  at = now(),
): Promise<PreparedSignUp> {
  const problem = await judgePassword(password, [name, email]);
  if (problem) throw new Refusal("invalid", "Please choose another password.", { password: [problem] });
  await countMail(email, at);
  return { name, email, passwordHash: await hashPassword(password) };
}

const countMail = (email: string, at: Date) => countTry(`sign-up:${email}`, 5, 60, at);

/**
 * Has a code and a link mailed that make the account; somebody who already has one is mailed that instead. A stranger
 * can ask in the name of any address, so this ends nothing. Returns what the browser is to keep.
 */
export async function askForAccount(act: Act, signUp: PreparedSignUp): Promise<SignUpProof> {
  const secret = newToken();
  const { id } = await act.tx.signUp.create({
    data: { ...signUp, ...validity(act.at), browserHash: digest(secret), createdAt: act.at },
    select: { id: true },
  });
  await leaveWish(act.tx, { signUp: id });
  return { id, secret };
}

/**
 * Counts a wish for a fresh code.
 * @throws Refusal too_many (within the wait after the last mail, or five an hour), invalid (not this browser's)
 */
export async function countResend(proof: SignUpProof, at = now()): Promise<void> {
  const found = await db().signUp.findFirst({
    where: provenBy(proof),
    select: { email: true, mailedAt: true },
  });
  if (!found) throw signUpIsGone();
  const wait = Math.ceil((later(found.mailedAt, resendSeconds * 1000).getTime() - at.getTime()) / 1000);
  if (wait > 0)
    throw new Refusal("too_many", `Please wait ${wait} more seconds before asking for another mail.`);
  await countMail(found.email, at);
}

/** Has a fresh code and link mailed; the former ones die. Of two wishes at once only one is mailed. */
export async function resendCode(act: Act, proof: SignUpProof): Promise<void> {
  const { count } = await act.tx.signUp.updateMany({
    where: { ...provenBy(proof), mailedAt: { lte: later(act.at, -resendSeconds * 1000) } },
    data: { ...validity(act.at), codeHash: null, linkHash: null, wrongTries: 0 },
  });
  if (count === 0) throw signUpIsGone();
  await leaveWish(act.tx, { signUp: proof.id });
}

/** From now on, for code and link alike. */
export const validity = (at: Date) => ({ mailedAt: at, expiresAt: later(at, minutes(codeMinutes)) });
