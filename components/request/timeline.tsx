import clsx from "clsx";
import type { Clock } from "@/lib/clock";
import type { Status } from "./status-icon";
import { TimelineChange } from "./timeline-change";
import { TimelineMessage } from "./timeline-message";

export type TimelineEntry = {
  id: string;
  at: string;
  actor: { name: string; side: "customer" | "support" | "system" };
  mine: boolean;
} & (
  | { kind: "comment"; body: string; change?: { label: string; status: Status } }
  | { kind: "note"; body: string }
  /** `text` follows the name: "raised this request". Where the status moved, its badge follows the text. */
  | { kind: "change"; text: string; status?: Status; label?: string; body?: string }
);

export type TimelineViewer = "customer" | "agent";

type Props = { entries: TimelineEntry[]; clock: Clock; viewer: TimelineViewer };

export function Timeline({ entries, clock, viewer }: Props) {
  // The lists for customers hold no notes; should one ever slip in, it still is not shown.
  const shown = entries.filter(entry => viewer === "agent" || entry.kind !== "note");
  return (
    <ol className="relative">
      {shown.map((entry, index) => (
        <li
          key={entry.id}
          id={`entry-${entry.id}`}
          className={clsx(
            "timeline-entry relative flex gap-3 last:pb-0 sm:gap-4",
            entry.kind === "change" ? "pb-4" : "pb-6",
          )}
        >
          {index < shown.length - 1 && (
            <span
              aria-hidden="true"
              className="absolute top-0 bottom-0 left-4 w-px -translate-x-1/2 bg-line"
            />
          )}
          {entry.kind === "change" ? (
            <TimelineChange entry={entry} clock={clock} />
          ) : (
            <TimelineMessage entry={entry} clock={clock} viewer={viewer} />
          )}
        </li>
      ))}
    </ol>
  );
}
