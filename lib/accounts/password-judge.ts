import "server-only";
import { join } from "node:path";
import { Judge } from "./judge";

/** One for the whole process, which holds several copies of this module. */
const kept = globalThis as typeof globalThis & { lodgeJudge?: Judge };

/** Why a password would be guessed too easily, in one sentence, or null. @throws TooMany */
export function judgePassword(password: string, known: string[]): Promise<string | null> {
  kept.lodgeJudge ??= new Judge(join(process.cwd(), "lib", "accounts", "password-worker.ts"));
  return kept.lodgeJudge.judge(password, known);
}
