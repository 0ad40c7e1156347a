import "server-only";
import type { Said } from "./said";

const minute = 60;
const hour = 60 * minute;

/** "20 seconds", "15 minutes": rounded up, so that waiting that long is enough. */
export function waitOf(seconds: number): Said {
  if (seconds < 90) return { code: "wait.seconds", params: { count: Math.max(1, Math.ceil(seconds)) } };
  const minutes = Math.ceil(seconds / minute);
  return minutes <= 90
    ? { code: "wait.minutes", params: { count: minutes } }
    : { code: "wait.hours", params: { count: Math.ceil(seconds / hour) } };
}
