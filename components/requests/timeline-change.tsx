import clsx from "clsx";
import { Icon } from "@/components/ui/icon";
import type { Clock } from "@/lib/clock";
import { say } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import type { TimelineEntry } from "@/lib/requests/timeline";
import type { RequestInView } from "@/lib/requests/view";
import { HistorySentence } from "./history-sentence";
import { StatusIcon, statusTone } from "./status-icon";
import { EntryTime } from "./timeline-time";

type Props = {
  entry: Extract<TimelineEntry, { kind: "change" }>;
  on: RequestInView;
  clock: Clock;
  t: Translator;
};

/** One slim line on the rail. */
export function TimelineChange({ entry, on, clock, t }: Props) {
  const { status, label } = entry;
  return (
    <>
      <span className="relative flex size-8 shrink-0 items-center justify-center">
        <span className="flex size-6 items-center justify-center rounded-full border border-line bg-surface">
          {status ? (
            <StatusIcon status={status} className={clsx("size-3.5", statusTone[status].text)} />
          ) : (
            <Icon
              name={entry.actor.side === "system" ? "settings" : "user"}
              className="size-3 text-ink-faint"
            />
          )}
        </span>
      </span>
      <div className="wrap-anywhere min-w-0 flex-1 pt-1 text-ink-soft text-sm leading-6">
        <div className="flex flex-wrap items-center gap-x-2">
          <p>
            <HistorySentence line={entry.line} entry={entry} t={t} />
          </p>
          {status && label && (
            <p className={clsx("inline-flex items-center gap-2 font-medium", statusTone[status].text)}>
              <Icon name="arrow-right" className="size-3.5 text-ink-faint" />
              <span>
                {t.rich("requests.entry.status", {
                  unseen: words => <span className="sr-only">{words}</span>,
                  status: say(t, label),
                })}
              </span>
            </p>
          )}
          <EntryTime entry={entry} on={on} clock={clock} t={t} />
        </div>
      </div>
    </>
  );
}
