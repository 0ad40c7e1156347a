import type { Clock } from "@/lib/clock";
import { type DateStyle, dateFormat, relativeFormat } from "@/lib/formats";

const minute = 60_000;
const day = 86_400_000;

const format = (at: Date, clock: Clock, style: DateStyle) => dateFormat(clock, style).format(at);

/** The calendar day in the reader's zone, as a number that increases by one at midnight. */
export function dayNumber(at: Date, { timeZone }: Clock): number {
  const parts = dateFormat({ language: "en-GB", timeZone }, "day").formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find(p => p.type === type)?.value);
  return Math.round(Date.UTC(part("year"), part("month") - 1, part("day")) / day);
}

const yearOf = (at: Date, clock: Clock) => new Date(dayNumber(at, clock) * day).getUTCFullYear();

/** In English: "5 minutes ago", "yesterday, 14:02", "Monday 09:30", "12 May", "12 May 2023". */
export function relativeTime(at: Date, clock: Clock): string {
  if (Number.isNaN(at.getTime())) return "";
  const now = new Date(clock.now);
  const passed = now.getTime() - at.getTime();
  const ago = (count: number, unit: Intl.RelativeTimeFormatUnit) =>
    relativeFormat(clock.language).format(count, unit);
  // A clock slightly ahead of ours must not show the future.
  if (Math.abs(passed) < minute) return clock.language.startsWith("en") ? "just now" : ago(0, "second");
  if (passed > 0 && passed < 60 * minute) return ago(-Math.floor(passed / minute), "minute");

  const days = dayNumber(now, clock) - dayNumber(at, clock);
  if (days === 0 && passed > 0) return ago(-Math.floor(passed / (60 * minute)), "hour");
  if (Math.abs(days) <= 1) return `${ago(-days, "day")}, ${format(at, clock, "time")}`;
  if (days > 1 && days < 7) return format(at, clock, "weekdayTime");
  return format(at, clock, yearOf(at, clock) === yearOf(now, clock) ? "shortDay" : "shortDate");
}

/** "Monday, 12 May 2025 at 14:02 UTC" */
export function exactTime(at: Date, clock: Clock): string {
  if (Number.isNaN(at.getTime())) return "";
  return format(at, clock, "exactWeekday");
}

/** "14:02" */
export function clockTime(at: Date, clock: Clock): string {
  return format(at, clock, "time");
}

/** "12 May 2025" */
export function fullDay(at: Date, clock: Clock): string {
  return format(at, clock, "longDate");
}

/** "Today", "Yesterday", or null for any other day. */
export function nearDay(at: Date, clock: Clock): string | null {
  const days = dayNumber(new Date(clock.now), clock) - dayNumber(at, clock);
  if (days < 0 || days > 1) return null;
  const word = relativeFormat(clock.language).format(-days, "day");
  return word.charAt(0).toLocaleUpperCase(clock.language) + word.slice(1);
}

/** "Monday 12 May 2025" */
export function weekDay(at: Date, clock: Clock): string {
  return format(at, clock, "weekdayDate");
}
