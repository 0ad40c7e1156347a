import { days, later, minutes } from "../clock";
import { dateFormat } from "../formats";

const quietMs = minutes(3);
const longestMs = minutes(10);
const digestHour = 8;

/** Gathered news is mailed after three quiet minutes, at most ten after the first. */
export function gatherAt(first: Date, at: Date): Date {
  return new Date(Math.min(later(at, quietMs).getTime(), later(first, longestMs).getTime()));
}

export function digestAt(at: Date, timeZone: string): Date {
  const [year = 0, month = 1, day = 1] = partsOf(at, timeZone);
  // Counts calendar days: adding 24 hours late in the evening would skip a day that loses an hour.
  for (const after of [0, 1, 2]) {
    const next = momentOf(Date.UTC(year, month - 1, day + after, digestHour), timeZone);
    if (next > at) return next;
  }
  return later(at, days(1));
}

function momentOf(wall: number, timeZone: string): Date {
  // Computes the offset a second time, as the first guess may be off by the hour of a clock change.
  const guess = wall - offsetOf(new Date(wall), timeZone);
  return new Date(wall - offsetOf(new Date(guess), timeZone));
}

/** Milliseconds ahead of UTC. */
function offsetOf(at: Date, timeZone: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = partsOf(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1_000) * 1_000;
}

function partsOf(at: Date, timeZone: string): number[] {
  const parts = dateFormat({ language: "en-GB", timeZone }, "clock").formatToParts(at);
  const names = ["year", "month", "day", "hour", "minute", "second"];
  return names.map(name => Number(parts.find(({ type }) => type === name)?.value));
}
