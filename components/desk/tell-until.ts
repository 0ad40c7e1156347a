import { type ToldTime, tellTime } from "@/components/ui/told-time";
import type { Clock } from "@/lib/clock";
import { sayDate } from "@/lib/formats";

const week = 7 * 86_400_000;

/** When something still to come is due, to the minute: "Monday 09:00", "12 Jan 2027, 09:00". */
export const tellUntil = (at: string, clock: Clock): ToldTime =>
  tellTime(at, clock, moment =>
    sayDate(moment, clock, moment.getTime() - Date.parse(clock.now) < week ? "weekdayTime" : "localDateTime"),
  );
