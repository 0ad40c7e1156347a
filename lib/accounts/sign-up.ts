import "server-only";
import { before, later, minutes, now } from "../clock";
import { digest, hashPassword, newToken } from "../crypto";
import { db } from "../db";
import type { Act } from "../events/act";
import { refuse } from "../refusal";
import type { SignUpInput } from "./input";
import { countNewPassword } from "./log-in-limits";
import { mayMail } from "./mail-limits";
import { judgePassword } from "./new-password";
import { leaveWish } from "./wishes";

export const codeMinutes = 30;
export const codeTries = 5;
export const resendSeconds = 60;

/** Kept by the browser that asked: the code and the typed password are valid only there. */
export type SignUpProof = { id: string; secret: string };

export const provenBy = ({ id, secret }: SignUpProof) => ({ id, browserHash: digest(secret) });

/** People whom agents have entered: nobody else's account, until they make it theirs. */
export const awaitingSignUp = { awaitsSignUp: true, suspendedAt: null };

export const signUpIsGone = () => refuse("code.gone");

export type PreparedSignUp = {
  name: string;
  email: string;
  passwordHash: string;
  isMailed: boolean;
  /** The tag that their browser asks for. */
  language?: string | null;
};

/** Hashes and counts outside of the transaction. @throws Refusal invalid (password), too_many (passwords to judge) */
export async function prepareSignUp(
  { name, email, password }: SignUpInput,
  network = "unknown",
): Promise<PreparedSignUp> {
  await countNewPassword(network);
  const problem = await judgePassword(password, [name, email]);
  if (problem) throw refuse("password.weak", {}, { fields: { password: [problem] } });
  const passwordHash = await hashPassword(password);
  return { name, email, passwordHash, isMailed: await mayMail("sign-up", email, network) };
}

/**
 * Queues a mail with a code and a link; an existing account is mailed that instead. Strangers can ask for any address,
 * so this ends nothing, and the proof it returns is the same when no further mail may be sent.
 */
export async function askForAccount(act: Act, { isMailed, ...signUp }: PreparedSignUp): Promise<SignUpProof> {
  const secret = newToken();
  const { id } = await act.tx.signUp.create({
    data: { ...signUp, ...validity(act.at), browserHash: digest(secret), createdAt: act.at },
    select: { id: true },
  });
  if (isMailed) await leaveWish(act.tx, { signUp: id });
  return { id, secret };
}

/** Whether a new code may be mailed. @throws Refusal too_many (too soon), invalid (another browser's) */
export async function countResend(proof: SignUpProof, at = now(), network = "unknown"): Promise<boolean> {
  const found = await db().signUp.findFirst({
    where: provenBy(proof),
    select: { email: true, mailedAt: true },
  });
  if (!found) throw signUpIsGone();
  const wait = Math.ceil((later(found.mailedAt, resendSeconds * 1000).getTime() - at.getTime()) / 1000);
  if (wait > 0) throw refuse("sign_up.mail_wait", { seconds: wait });
  return mayMail("sign-up", found.email, network);
}

/** Replaces the former code and link. Of two requests at once only one is mailed. */
export async function resendCode(act: Act, proof: SignUpProof): Promise<void> {
  const { count } = await act.tx.signUp.updateMany({
    where: { ...provenBy(proof), mailedAt: { lte: before(act.at, resendSeconds * 1000) } },
    data: { ...validity(act.at), codeHash: null, linkHash: null, wrongTries: 0 },
  });
  if (count === 0) throw signUpIsGone();
  await leaveWish(act.tx, { signUp: proof.id });
}

export const validity = (at: Date) => ({ mailedAt: at, expiresAt: later(at, minutes(codeMinutes)) });
