import "server-only";
import { giveBack, trySpending } from "../rate-limit";

export type MailWish = "sign-up" | "password" | "log-in link";

/** If not, answer as always and keep earlier mails valid: that reveals nothing, and nobody can lock others out. */
export async function mayMail(wish: MailWish, email: string, network: string): Promise<boolean> {
  if ((await trySpending("mailFromNetwork", network)) > 0) return false;
  if ((await trySpending("mailToAddress", `${wish} ${email}`)) > 0) return false;
  // The others reach only people with an account here, this one anybody.
  return wish !== "sign-up" || (await trySpending("mailFromAnywhere", "")) === 0;
}

/** A confirmed address does not count, so that two hundred people of one office can sign up in an hour. */
export function giveMailBack(network: string): Promise<void> {
  return giveBack("mailFromNetwork", network);
}
