import type { Clock } from "@/lib/clock";
import { exactTime, relativeTime } from "./relative-time";

/** A time as its reader's language and zone have it, and exactly, for machines and on hover. */
export type ToldTime = [at: string, exact: string, text: string];

export function tellTime(at: Date | string, clock: Clock, format = relativeTime): ToldTime {
  const moment = new Date(at);
  return [moment.toISOString(), exactTime(moment, clock), format(moment, clock)];
}
