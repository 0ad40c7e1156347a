import type { Clock } from "@/lib/clock";
import { dateFormat, keepMoments, relativeFormat, sayDate } from "@/lib/formats";

const minute = 60_000;
const day = 86_400_000;

/** The calendar day in the reader's zone, as a number that increases by one at midnight. */
export const dayNumber = (at: Date, { timeZone }: Pick<Clock, "timeZone">): number =>
  calendarDay(at.getTime(), timeZone).number;

const calendarDay = keepMoments((at, timeZone) => {
  const text = dateFormat({ language: "en-GB", timeZone }, "day").format(at);
  const [date = 0, month = 0, year = 0] = text.split("/").map(Number);
  return { number: Math.round(Date.UTC(year, month - 1, date) / day), year };
});

// What Intl says shorter than people do, or leaves to its callers.
const justNow: Record<string, string> = { en: "just now", de: "gerade eben" };
const commas: Record<string, string> = { ar: "،", fa: "،" };
const languageOf = ({ language }: Clock) => language.slice(0, 2);

/** In English: "5 minutes ago", "yesterday, 14:02", "Monday 09:30", "12 May", "12 May 2023". */
export function relativeTime(at: Date, clock: Clock): string {
  if (Number.isNaN(at.getTime())) return "";
  const now = Date.parse(clock.now);
  const passed = now - at.getTime();
  const ago = (count: number, unit: Intl.RelativeTimeFormatUnit) =>
    relativeFormat(clock.language).format(count, unit);
  // A clock slightly ahead of ours must not show the future.
  if (Math.abs(passed) < minute) return justNow[languageOf(clock)] ?? ago(0, "second");
  if (passed > 0 && passed < 60 * minute) return ago(-Math.floor(passed / minute), "minute");

  const [today, then] = [calendarDay(now, clock.timeZone), calendarDay(at.getTime(), clock.timeZone)];
  const days = today.number - then.number;
  if (days === 0 && passed > 0) return ago(-Math.floor(passed / (60 * minute)), "hour");
  if (Math.abs(days) <= 1)
    return `${ago(-days, "day")}${commas[languageOf(clock)] ?? ","} ${sayDate(at, clock, "time")}`;
  if (days > 1 && days < 7) return sayDate(at, clock, "weekdayTime");
  return sayDate(at, clock, then.year === today.year ? "shortDay" : "shortDate");
}

/** "Monday, 12 May 2025 at 14:02 UTC" */
export function exactTime(at: Date, clock: Clock): string {
  if (Number.isNaN(at.getTime())) return "";
  return sayDate(at, clock, "exactWeekday");
}

/** "14:02" */
export function clockTime(at: Date, clock: Clock): string {
  return sayDate(at, clock, "time");
}

/** "12 May 2025" */
export function fullDay(at: Date, clock: Clock): string {
  return sayDate(at, clock, "longDate");
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
  return sayDate(at, clock, "weekdayDate");
}
