import type { Clock } from "@/lib/clock";
import { clockTime, exactTime, fullDay, relativeTime } from "./relative-time";

type Props = { at: Date | string; clock: Clock; className?: string };
type Format = (moment: Date, clock: Clock) => string;

/** A time relative to now, with the exact time on hover. */
export const Time = (props: Props) => <FormattedTime {...props} format={relativeTime} />;

/** Only the time of day, where the date is shown elsewhere. */
export const ClockTime = (props: Props) => <FormattedTime {...props} format={clockTime} />;

export const Day = (props: Props) => <FormattedTime {...props} format={fullDay} />;

function FormattedTime({ at, clock, className, format }: Props & { format: Format }) {
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
      {format(moment, clock)}
    </time>
  );
}
