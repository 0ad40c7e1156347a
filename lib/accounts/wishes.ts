import "server-only";
import { z } from "zod";
import type { Tx } from "../db";
import { addJob } from "../queue";

// Absent in jobs queued by the previous release.
const next = z.string().default("/");

/** Queued alike for every address: only the worker looks up the account, so answer and timing reveal nothing. */
export const wishInput = z.union([
  z.strictObject({ signUp: z.uuid() }),
  z.strictObject({ emailChange: z.uuid() }),
  z.strictObject({ passwordLink: z.string(), next }),
  z.strictObject({ logInLink: z.string(), next }),
]);

export type Wish = z.output<typeof wishInput>;

export async function leaveWish(tx: Tx, wish: Wish): Promise<void> {
  await addJob(tx, "answer_wish", wish);
}
