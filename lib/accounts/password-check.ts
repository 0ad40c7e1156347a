import "server-only";
import type { Said } from "../messages/said";
import { type Message, message } from "../refusal";
import { tooSlow } from "./judge";
import { judgePassword } from "./password-judge";
import { brokenRules, type PasswordRule, passwordLength } from "./password-rules";

/** The first problem, or null. `known`: the person's name and address, the desk's name. @throws Refusal too_many */
export async function passwordProblem(password: string, known: string[]): Promise<Message | null> {
  if (password.length > passwordLength.max) return message("password.too_long", { max: passwordLength.max });
  const broken = brokenRules(password);
  if (broken.length > 0) return message("password.lacks", { rules: broken.map(needOf) });
  const weakness = await judgePassword(password, known);
  if (weakness === null) return null;
  if (weakness === tooSlow) return message("password.slow");
  return message("password.guessable", { why: { code: `accounts.password.guess.${weakness}` } });
}

const needOf = (rule: PasswordRule): Said => ({
  code: `accounts.password.need.${rule}`,
  params: { minimum: passwordLength.min },
});
