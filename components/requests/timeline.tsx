import clsx from "clsx";
import { dayNumber, nearDay, weekDay } from "@/components/ui/relative-time";
import type { Clock } from "@/lib/clock";
import type { FileView } from "@/lib/form/file-view";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import type { Answer } from "./answers";
import type { Status } from "./status-icon";
import { TimelineChange } from "./timeline-change";
import { TimelineCorrection } from "./timeline-correction";
import { TimelineMessage } from "./timeline-message";

type Comment = {
  kind: "comment";
  body: string;
  files: FileView[];
  change?: { label: string; status: Status };
  shortened?: { mailId: string | null; isKept: boolean };
  edited?: { at: string; earlier: { body: string; at: string }[]; isCut?: true };
  editing?: { commentId: string; seen: number; until: string; isOver: boolean; isAsked: boolean };
};

export type TimelineEntry = {
  id: string;
  at: string;
  actor: { name: string; side: "customer" | "support" | "system" };
  mine: boolean;
} & (
  | Comment
  | { kind: "note"; body: string; files: FileView[] }
  | { kind: "correction"; changes: { label: string; before: Said | null; after: Said | null }[] }
  /** `text` follows the name: "raised this request". Where the status moved, its badge follows the text. */
  | { kind: "change"; text: string; status?: Status; label?: string; body?: string }
);

type Said = Omit<Answer, "label">;
export type TimelineViewer = "customer" | "agent";

type Props = {
  /** In the order they are to be read. */
  entries: TimelineEntry[];
  reference: string;
  /** The address of the page, for the links to its entries. */
  path: string;
  clock: Clock;
  viewer: TimelineViewer;
  edit: FormAction;
  /** What was typed before into the form that edits an entry, where one is asked for. */
  editDraft?: FormDraft;
};

/** The entries, day by day as the reader's own calendar has it. */
export function Timeline({ entries, clock, ...shared }: Props) {
  // The lists for customers hold no notes; should one ever slip in, it still is not shown.
  const shown = entries.filter(entry => shared.viewer === "agent" || entry.kind !== "note");
  return daysOf(shown, clock).map(([first, ...rest]) => (
    <div key={first.id} className="pb-2 last:pb-0">
      <DayLine at={first.at} clock={clock} />
      <ol className="relative">
        {[first, ...rest].map((entry, index) => (
          <li
            key={entry.id}
            id={`entry-${entry.id}`}
            className={clsx(
              "timeline-entry relative flex gap-3 sm:gap-4",
              entry.kind === "change" ? "pb-4" : "pb-6",
            )}
          >
            {index < rest.length && (
              <span
                aria-hidden="true"
                className="absolute top-0 bottom-0 left-4 w-px -translate-x-1/2 bg-line"
              />
            )}
            <Entry entry={entry} clock={clock} {...shared} />
          </li>
        ))}
      </ol>
    </div>
  ));
}

function Entry({ entry, ...shared }: Omit<Props, "entries"> & { entry: TimelineEntry }) {
  const { path, clock } = shared;
  switch (entry.kind) {
    case "change":
      return <TimelineChange entry={entry} path={path} clock={clock} />;
    case "correction":
      return <TimelineCorrection entry={entry} path={path} clock={clock} />;
    default:
      return <TimelineMessage entry={entry} {...shared} />;
  }
}

function DayLine({ at, clock }: { at: string; clock: Clock }) {
  const moment = new Date(at);
  const near = nearDay(moment, clock);
  return (
    <h3 className="mb-4 flex items-center gap-3 text-ink-soft text-sm">
      <time dateTime={moment.toISOString()} lang={clock.language} className="font-medium">
        {near && <span className="font-semibold text-ink">{near} · </span>}
        {weekDay(moment, clock)}
      </time>
      <span aria-hidden="true" className="h-px flex-1 bg-line" />
    </h3>
  );
}

type Day = [TimelineEntry, ...TimelineEntry[]];

function daysOf(entries: TimelineEntry[], clock: Clock): Day[] {
  const days: Day[] = [];
  let current: number | null = null;
  for (const entry of entries) {
    const number = dayNumber(new Date(entry.at), clock);
    const day = days.at(-1);
    if (day && number === current) day.push(entry);
    else days.push([entry]);
    current = number;
  }
  return days;
}
