import { exactTime, relativeTime } from "./relative-time";

type Props = { at: Date | string; now: Date | string; timeZone?: string; className?: string };

export function Time({ at, now, timeZone = "UTC", className }: Props) {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return null;
  return (
    <time dateTime={moment.toISOString()} title={exactTime(moment, timeZone)} className={className}>
      {relativeTime(moment, new Date(now), timeZone)}
    </time>
  );
}
