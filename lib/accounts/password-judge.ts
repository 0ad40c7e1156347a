import "server-only";
import { join } from "node:path";
import { perProcess } from "../process/per-process";
import { Judge, type Verdict } from "./judge";

const judge = () =>
  perProcess("judge", () => new Judge(join(process.cwd(), "lib", "accounts", "password-worker.ts")));

/** Why a password is too easy to guess, or null. @throws Refusal too_many */
export function judgePassword(password: string, known: string[]): Promise<Verdict> {
  return judge().judge(password, known);
}
