import "server-only";
import { askerOf, mailEmailChange } from "../accounts/email-change";
import { mailLogInLink } from "../accounts/log-in-link";
import { mailPasswordLink } from "../accounts/passwords";
import { mailSignUp } from "../accounts/sign-up-mail";
import { wishInput } from "../accounts/wishes";
import { system } from "../actor";
import { now } from "../clock";
import { perform } from "./perform";

export async function answerWish(payload: unknown, at = now()): Promise<void> {
  const wish = wishInput.parse(payload);
  if ("passwordLink" in wish)
    return perform(system("account_mail"), act => mailPasswordLink(act, wish.passwordLink, wish.next), at);
  if ("logInLink" in wish)
    return perform(system("account_mail"), act => mailLogInLink(act, wish.logInLink, wish.next), at);
  if ("signUp" in wish) return perform(system("account_mail"), act => mailSignUp(act, wish.signUp), at);
  const asker = await askerOf(wish.emailChange);
  if (asker) await perform(asker, act => mailEmailChange(act, wish.emailChange), at);
}
