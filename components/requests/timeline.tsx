import clsx from "clsx";
import { dayNumber, nearDay, weekDay } from "@/components/ui/relative-time";
import type { Clock } from "@/lib/clock";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import type { FirstMessage } from "@/lib/requests/first-message";
import type { TimelineEntry } from "@/lib/requests/timeline";
import type { RequestInView } from "@/lib/requests/view";
import { TimelineChange } from "./timeline-change";
import { TimelineCorrection } from "./timeline-correction";
import { TimelineMessage } from "./timeline-message";
import { TimelineRequest } from "./timeline-request";

type Entry = TimelineEntry | FirstMessage;

type Props = {
  /** In the order they are to be read. */
  entries: Entry[];
  on: RequestInView;
  clock: Clock;
  t: Translator;
  /** Whether the reader may correct what the request says. */
  canCorrect: boolean;
  edit: FormAction;
  /** What was typed before into the form that edits an entry, where one is asked for. */
  editDraft?: FormDraft;
};

/** The entries, day by day as the reader's own calendar has it. */
export function Timeline({ entries, clock, ...shared }: Props) {
  // The lists for customers hold no notes; should one ever slip in, it still is not shown.
  const shown = entries.filter(entry => shared.on.view === "agent" || entry.kind !== "note");
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
            <EntryOf entry={entry} clock={clock} {...shared} />
          </li>
        ))}
      </ol>
    </div>
  ));
}

function EntryOf({ entry, ...shared }: Omit<Props, "entries"> & { entry: Entry }) {
  const { on, clock, t, canCorrect } = shared;
  switch (entry.kind) {
    case "request":
      return <TimelineRequest entry={entry} on={on} canCorrect={canCorrect} clock={clock} t={t} />;
    case "change":
      return <TimelineChange entry={entry} on={on} clock={clock} t={t} />;
    case "correction":
      return <TimelineCorrection entry={entry} on={on} clock={clock} t={t} />;
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

type Day = [Entry, ...Entry[]];

function daysOf(entries: Entry[], clock: Clock): Day[] {
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
