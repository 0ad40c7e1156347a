const minute = 60_000;
const day = 86_400_000;

function format(at: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, ...options }).format(at);
}

/** The calendar day in that zone, as a number that grows by one from midnight to midnight. */
function dayNumber(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find(p => p.type === type)?.value);
  return Math.round(Date.UTC(part("year"), part("month") - 1, part("day")) / day);
}

const ago = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"} ago`;

/** "5 minutes ago", "yesterday at 14:02", "Monday at 09:30", "12 May", "12 May 2023". */
export function relativeTime(at: Date, now: Date, timeZone = "UTC"): string {
  if (Number.isNaN(at.getTime())) return "";
  const passed = now.getTime() - at.getTime();
  // A clock a little ahead of ours is no journey into the future.
  if (Math.abs(passed) < minute) return "just now";
  if (passed > 0 && passed < 60 * minute) return ago(Math.floor(passed / minute), "minute");

  const clock = format(at, timeZone, { hour: "2-digit", minute: "2-digit" });
  const days = dayNumber(now, timeZone) - dayNumber(at, timeZone);
  if (days === 0) return passed > 0 ? ago(Math.floor(passed / (60 * minute)), "hour") : `today at ${clock}`;
  if (days === 1) return `yesterday at ${clock}`;
  if (days === -1) return `tomorrow at ${clock}`;
  if (days > 1 && days < 7) return `${format(at, timeZone, { weekday: "long" })} at ${clock}`;

  const year = format(at, timeZone, { year: "numeric" });
  const sameYear = year === format(now, timeZone, { year: "numeric" });
  const date = format(at, timeZone, { day: "numeric", month: "short" });
  return sameYear ? date : `${date} ${year}`;
}

/** "Monday, 12 May 2025 at 14:02 UTC" */
export function exactTime(at: Date, timeZone = "UTC"): string {
  if (Number.isNaN(at.getTime())) return "";
  const date = format(at, timeZone, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const clock = format(at, timeZone, { hour: "2-digit", minute: "2-digit", timeZoneName: "short" });
  return `${date} at ${clock}`;
}
