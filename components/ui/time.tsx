import type { Clock } from "@/lib/clock";
import { TimeAsTold } from "./time-as-told";
import { tellTime } from "./told-time";

type Props = { at: Date | string; clock: Clock; className?: string };

/** A time relative to now, with the exact time on hover. */
export function Time({ at, clock, className }: Props) {
  if (Number.isNaN(new Date(at).getTime())) return null;
  return <TimeAsTold time={tellTime(at, clock)} language={clock.language} className={className} />;
}
