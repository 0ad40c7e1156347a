import "server-only";
import { judgePassword } from "./password-judge";
import { passwordLength, passwordRules } from "./password-rules";

/**
 * The first thing wrong with a new password, or null. Forms show the same while it is typed.
 * @param known words a guesser would try first: the person's name and address, the name of the desk
 * @throws TooMany when others are waiting for the same already
 */
export async function passwordProblem(password: string, known: string[]): Promise<string | null> {
  if (password.length > passwordLength.max)
    return `Please keep the password under ${passwordLength.max} characters.`;
  const broken = passwordRules(password).filter(rule => !rule.isMet);
  if (broken.length > 0)
    return `The password needs: ${broken.map(rule => rule.label.toLowerCase()).join("; ")}.`;
  return judgePassword(password, known);
}
