import { askForPasswordLink, prepareNewPassword, setPassword } from "@/lib/accounts/passwords";
import { operator } from "@/lib/actor";
import { run } from "./factories";
import { sentMails } from "./sent-mails";
import { answerWishes } from "./wishes";

/** Requests a link that sets a password; returns its token, or "" if none was emailed. */
export async function passwordLinkTo(email: string, at = new Date()): Promise<string> {
  await run(operator, act => askForPasswordLink(act, email), at);
  await answerWishes(at);
  const mails = await sentMails({ to: email, kind: "set_password" });
  return /set-password\/([\w-]{43})/.exec(mails.at(-1)?.text ?? "")?.[1] ?? "";
}

export async function setByLink(token: string, password: string, at?: Date): Promise<void> {
  const prepared = await prepareNewPassword({ token, password }, at);
  await run(operator, act => setPassword(act, prepared), at);
}
