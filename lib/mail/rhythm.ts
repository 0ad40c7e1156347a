import { days, later, minutes } from "../clock";
import { dateFormat } from "../formats";

const quietMs = minutes(3);
const longestMs = minutes(10);
const digestHour = 8;

/** When gathered news of one request is told: after three minutes of quiet, and ten at most after the first of it. */
export function gatherAt(first: Date, at: Date): Date {
  return new Date(Math.min(later(at, quietMs).getTime(), later(first, longestMs).getTime()));
}

/** The next eight o'clock in the morning in that zone, whatever its clocks do in between. */
export function digestAt(at: Date, timeZone: string): Date {
  const [year = 0, month = 1, day = 1] = partsOf(at, timeZone);
  // Counted in days of the calendar: a day that loses an hour would be stepped over late in the evening before.
  for (const after of [0, 1, 2]) {
    const next = momentOf(Date.UTC(year, month - 1, day + after, digestHour), timeZone);
    if (next > at) return next;
  }
  return later(at, days(1));
}

/** When the clocks of the zone show what UTC shows at `wall`. */
function momentOf(wall: number, timeZone: string): Date {
  // The offset is that of the moment itself, which the first guess may miss by the hour that a clock is turned.
  const guess = wall - offsetOf(new Date(wall), timeZone);
  return new Date(wall - offsetOf(new Date(guess), timeZone));
}

/** How far the zone's clocks are ahead of UTC at that moment, in milliseconds. */
function offsetOf(at: Date, timeZone: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = partsOf(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1_000) * 1_000;
}

function partsOf(at: Date, timeZone: string): number[] {
  const parts = dateFormat({ language: "en-GB", timeZone }, "clock").formatToParts(at);
  const names = ["year", "month", "day", "hour", "minute", "second"];
  return names.map(name => Number(parts.find(({ type }) => type === name)?.value));
}
