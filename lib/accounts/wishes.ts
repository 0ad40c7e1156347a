import "server-only";
import { z } from "zod";
import type { Tx } from "../db";
import { addJob } from "../queue";

// Absent in a job that the release before left.
const next = z.string().default("/");

/**
 * What somebody wants a mail for, whom the desk may or may not know. Asking only leaves this behind: the same
 * few statements for every address. The worker looks whether there is an account, and writes the mail; so neither
 * the answer nor the time it takes tells anything.
 */
export const wishInput = z.union([
  z.strictObject({ signUp: z.uuid() }),
  z.strictObject({ emailChange: z.uuid() }),
  z.strictObject({ passwordLink: z.string(), next }),
  z.strictObject({ logInLink: z.string(), next }),
]);

export type Wish = z.output<typeof wishInput>;

/** Hands a wish to the worker, in the caller's transaction. */
export async function leaveWish(tx: Tx, wish: Wish): Promise<void> {
  await addJob(tx, "answer_wish", wish);
}
