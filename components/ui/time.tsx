import type { Clock } from "@/lib/clock";
import { clockTime, fullDay, relativeTime } from "./relative-time";
import { type ToldTime, tellTime } from "./told-time";

type Props = { at: Date | string; clock: Clock; className?: string };

/** A time relative to now, with the exact time on hover. */
export const Time = (props: Props) => <FormattedTime {...props} format={relativeTime} />;

/** Only the time of day, where the date is shown elsewhere. */
export const ClockTime = (props: Props) => <FormattedTime {...props} format={clockTime} />;

export const Day = (props: Props) => <FormattedTime {...props} format={fullDay} />;

function FormattedTime({ at, clock, className, format }: Props & { format: typeof relativeTime }) {
  if (Number.isNaN(new Date(at).getTime())) return null;
  return <TimeAsTold time={tellTime(at, clock, format)} language={clock.language} className={className} />;
}

type ToldProps = { time: ToldTime; language: string; className?: string };

export function TimeAsTold({ time: { at, exact, text }, language, className }: ToldProps) {
  return (
    <time dateTime={at} lang={language} dir="auto" title={exact} className={className}>
      {text}
    </time>
  );
}
