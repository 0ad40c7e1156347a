import { instantOf } from "../catalog/moments";
import { later, minutes } from "../clock";
import { dateFormat } from "../formats";

export const snoozePresets = ["later_today", "tomorrow", "next_week"] as const;
export type SnoozePreset = (typeof snoozePresets)[number];

const morning = "09:00";
const hour = minutes(60);

/** When each preset ends, in the days of this zone; later today only while three hours are left of it. */
export function snoozeTimes(at: Date, timeZone: string): { preset: SnoozePreset; until: Date }[] {
  const inThreeHours = new Date(Math.ceil(later(at, 3 * hour).getTime() / hour) * hour);
  const today = dayIn(timeZone, at);
  const isToday = dayIn(timeZone, inThreeHours) === today;
  const weekday = new Date(`${today}T00:00Z`).getUTCDay();
  return [
    ...(isToday ? [{ preset: "later_today" as const, until: inThreeHours }] : []),
    { preset: "tomorrow", until: instantOf(`${dayAfter(today, 1)}T${morning}`, timeZone) },
    {
      preset: "next_week",
      until: instantOf(`${dayAfter(today, (8 - weekday) % 7 || 7)}T${morning}`, timeZone),
    },
  ];
}

function dayIn(timeZone: string, at: Date): string {
  const [day, month, year] = dateFormat({ language: "en-GB", timeZone }, "isoDay").format(at).split("/");
  return `${year}-${month}-${day}`;
}

function dayAfter(day: string, count: number): string {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}
