import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { TimelineEntry } from "./timeline";

/** The time is also the entry's own address, to send to a colleague. */
export function EntryTime({ entry, clock }: { entry: TimelineEntry; clock: Clock }) {
  return (
    <a
      href={`#entry-${entry.id}`}
      className="inline-flex min-h-6 items-center whitespace-nowrap rounded text-ink-faint text-sm hover:text-ink hover:underline"
    >
      <Time at={entry.at} clock={clock} />
    </a>
  );
}
