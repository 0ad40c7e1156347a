import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { TimelineEntry } from "./timeline";

type Props = { entry: TimelineEntry; path: string; clock: Clock };

/** The time is also the entry's own address, to send to a colleague; no filter and no length of the history hides it. */
export function EntryTime({ entry, path, clock }: Props) {
  return (
    <a
      href={`${path}?entry=${entry.id}#entry-${entry.id}`}
      className="inline-flex min-h-6 items-center whitespace-nowrap rounded text-ink-faint text-sm hover:text-ink hover:underline"
    >
      <Time at={entry.at} clock={clock} />
    </a>
  );
}
