import "server-only";
import { env } from "../env";
import type { FailPoint } from "./fail-points";

/** Kills this process if the settings name this point. Only the fault tests set one. */
export function failPoint(name: FailPoint): void {
  if (env().FAIL_POINT === name) process.kill(process.pid, "SIGKILL");
}
