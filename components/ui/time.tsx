import type { Clock } from "@/lib/clock";
import { clockTime, exactTime, fullDay, relativeTime } from "./relative-time";

type Props = { at: Date | string; clock: Clock; className?: string };

/** A moment as its reader says it, with the exact time on hover. */
export function Time({ at, clock, className }: Props) {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return null;
  return (
    <time
      dateTime={moment.toISOString()}
      lang={clock.language}
      dir="auto"
      title={exactTime(moment, clock)}
      className={className}
    >
      {relativeTime(moment, clock)}
    </time>
  );
}

/** The time of day of a moment, for a place that says which day it is. */
export function ClockTime({ at, clock, className }: Props) {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return null;
  return (
    <time
      dateTime={moment.toISOString()}
      lang={clock.language}
      dir="auto"
      title={exactTime(moment, clock)}
      className={className}
    >
      {clockTime(moment, clock)}
    </time>
  );
}

/** The calendar day of a moment. */
export function Day({ at, clock, className }: Props) {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return null;
  return (
    <time
      dateTime={moment.toISOString()}
      lang={clock.language}
      dir="auto"
      title={exactTime(moment, clock)}
      className={className}
    >
      {fullDay(moment, clock)}
    </time>
  );
}
