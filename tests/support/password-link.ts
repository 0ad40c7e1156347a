import { askForPasswordLink, prepareNewPassword, setPassword } from "@/lib/accounts/passwords";
import { operator } from "@/lib/actor";
import { run } from "./factories";
import { sentMails } from "./sent-mails";
import { answerWishes } from "./wishes";

/** Asks for a link that sets a password; returns its token, or nothing where none was mailed. */
export async function passwordLinkTo(email: string, at = new Date()): Promise<string> {
  await run(operator, act => askForPasswordLink(act, email), at);
  await answerWishes(at);
  const mails = await sentMails({ to: email, kind: "set_password" });
  return /set-password\/([\w-]{43})/.exec(mails.at(-1)?.text ?? "")?.[1] ?? "";
}

/** Sets a password by the link, as its page does. */
export async function setByLink(token: string, password: string, at?: Date): Promise<void> {
  const prepared = await prepareNewPassword({ token, password }, at);
  await run(operator, act => setPassword(act, prepared), at);
}
