import "server-only";
import { hashPassword } from "../crypto";
import { keepOutOfTransactions } from "../process/slow-work";
import { type Message, refuse } from "../refusal";
import { readDeskSettings } from "../settings";
import { passwordProblem } from "./password-check";

/** The first problem, or null. `about`: the person's name and address. @throws Error inside a transaction (slow) */
export async function judgePassword(password: string, about: string[]): Promise<Message | null> {
  keepOutOfTransactions("A password was judged");
  const { deskName } = await readDeskSettings();
  return passwordProblem(password, [...about, deskName]);
}

/** @throws Refusal invalid (too weak); Error inside a transaction */
export async function hashNewPassword(password: string, about: string[]): Promise<string> {
  const problem = await judgePassword(password, about);
  if (problem) throw refuse("password.weak", {}, { fields: { password: [problem] } });
  return hashPassword(password);
}
