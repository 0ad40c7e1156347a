import type { Clock } from "@/lib/clock";
import { fullDay } from "./relative-time";
import { TimeAsTold } from "./time-as-told";
import { tellTime } from "./told-time";

type Props = { at: Date | string; clock: Clock };

/** A day by its date, with the exact time on hover. */
export function Day({ at, clock }: Props) {
  return <TimeAsTold time={tellTime(at, clock, fullDay)} language={clock.language} />;
}
