import { unitFormat } from "../formats";

const minute = 60;
const hour = 60 * minute;

/** "20 seconds", "15 minutes": rounded up, so that waiting that long is enough. */
export function waitInWords(seconds: number): string {
  if (seconds < 90) return unitFormat("en", "second").format(Math.max(1, Math.ceil(seconds)));
  const minutes = Math.ceil(seconds / minute);
  return minutes <= 90
    ? unitFormat("en", "minute").format(minutes)
    : unitFormat("en", "hour").format(Math.ceil(seconds / hour));
}
