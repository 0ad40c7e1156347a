import "server-only";
import { type Message, message } from "../refusal";
import { judgePassword } from "./password-judge";
import { passwordLength, passwordRules } from "./password-rules";

/** The first problem, or null. `known`: the person's name and address, the desk's name. @throws Refusal too_many */
export async function passwordProblem(password: string, known: string[]): Promise<Message | null> {
  if (password.length > passwordLength.max) return message("password.too_long", { max: passwordLength.max });
  const broken = passwordRules(password).filter(rule => !rule.isMet);
  if (broken.length > 0)
    return message("password.lacks", { rules: broken.map(rule => rule.label.toLowerCase()).join("; ") });
  const why = await judgePassword(password, known);
  return why === null ? null : message("password.guessable", { why });
}
