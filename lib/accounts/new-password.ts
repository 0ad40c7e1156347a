import "server-only";
import { hashPassword } from "../crypto";
import { env } from "../env";
import { keepOutOfTransactions } from "../process/slow-work";
import { type Message, refuse } from "../refusal";
import { passwordProblem } from "./password-check";

/**
 * The first thing wrong with the password that somebody wants, or null. Slow, as hashing is.
 * @param about what a guesser would try first: the person's name and address
 * @throws Error inside a transaction
 */
export function judgePassword(password: string, about: string[]): Promise<Message | null> {
  keepOutOfTransactions("A password was judged");
  return passwordProblem(password, [...about, env().DESK_NAME]);
}

/**
 * Judges a new password and returns its hash.
 * @throws Refusal invalid (too weak), next to the field; Error inside a transaction
 */
export async function hashNewPassword(password: string, about: string[]): Promise<string> {
  const problem = await judgePassword(password, about);
  if (problem) throw refuse("password.weak", {}, { fields: { password: [problem] } });
  return hashPassword(password);
}
