import "server-only";
import { type Message, message } from "../refusal";
import { judgePassword } from "./password-judge";
import { passwordLength, passwordRules } from "./password-rules";

/**
 * The first thing wrong with a new password, or null. Forms show the same while it is typed.
 * @param known words a guesser would try first: the person's name and address, the name of the desk
 * @throws Refusal too_many when others are waiting for the same already
 */
export async function passwordProblem(password: string, known: string[]): Promise<Message | null> {
  if (password.length > passwordLength.max) return message("password.too_long", { max: passwordLength.max });
  const broken = passwordRules(password).filter(rule => !rule.isMet);
  if (broken.length > 0)
    return message("password.lacks", { rules: broken.map(rule => rule.label.toLowerCase()).join("; ") });
  const why = await judgePassword(password, known);
  return why === null ? null : message("password.guessable", { why });
}
