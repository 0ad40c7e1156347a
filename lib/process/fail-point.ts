import "server-only";
import { env } from "../env";
import type { FailPoint } from "./fail-points";

/** Only the fault tests set FAIL_POINT. */
export function failPoint(name: FailPoint): void {
  if (env().FAIL_POINT === name) process.kill(process.pid, "SIGKILL");
}
