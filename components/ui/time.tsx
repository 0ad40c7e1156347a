import type { Clock } from "@/lib/clock";
import { clockTime, exactTime, fullDay, relativeTime } from "./relative-time";

type Props = { at: Date | string; clock: Clock; className?: string };

/** A time relative to now, with the exact time on hover. */
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

/** Only the time of day, where the date is shown elsewhere. */
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
