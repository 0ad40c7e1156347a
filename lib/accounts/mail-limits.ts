import "server-only";
import { giveBack, trySpending } from "../rate-limit";

/** What somebody who is not logged in can have mailed to an address. */
export type MailWish = "sign-up" | "password" | "log-in link";

/**
 * Counts a wish for a mail and answers whether one may be sent. If not, the answer to the person who asked is the same as
 * always, and what was mailed before keeps working: so nobody learns anything, and nobody is kept out by others.
 */
export async function mayMail(wish: MailWish, email: string, network: string): Promise<boolean> {
  if ((await trySpending("mailFromNetwork", network)) > 0) return false;
  if ((await trySpending("mailToAddress", `${wish} ${email}`)) > 0) return false;
  // The others go to people who have an account here; this one to anybody.
  return wish !== "sign-up" || (await trySpending("mailFromAnywhere", "")) === 0;
}

/** A person who confirms an address was no stranger to it: so two hundred people of one office can sign up in an hour. */
export function giveMailBack(network: string): Promise<void> {
  return giveBack("mailFromNetwork", network);
}
