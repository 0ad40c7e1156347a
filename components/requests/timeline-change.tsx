import clsx from "clsx";
import { Icon } from "@/components/ui/icon";
import { Markdown } from "@/components/ui/markdown";
import { SupportBadge } from "@/components/ui/support-badge";
import type { Clock } from "@/lib/clock";
import { StatusIcon, statusTone } from "./status-icon";
import type { TimelineEntry } from "./timeline";
import { EntryTime } from "./timeline-time";

type Props = { entry: Extract<TimelineEntry, { kind: "change" }>; path: string; clock: Clock };

/** One slim line on the rail, with the words that were given for it, if any. */
export function TimelineChange({ entry, path, clock }: Props) {
  const { status, label, body } = entry;
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
            <bdi className="font-semibold text-ink">{entry.mine ? "You" : entry.actor.name}</bdi>{" "}
            {entry.actor.side === "support" && <SupportBadge className="mr-1" />}
            {entry.text}
          </p>
          {status && label && (
            <p className={clsx("inline-flex items-center gap-2 font-medium", statusTone[status].text)}>
              <Icon name="arrow-right" className="size-3.5 text-ink-faint" />
              <span className="sr-only">Status: </span>
              {label}
            </p>
          )}
          <EntryTime entry={entry} path={path} clock={clock} />
        </div>
        {body && (
          <Markdown className="mt-2 max-w-prose border-line-strong/50 border-l-2 pl-3 text-ink">
            {body}
          </Markdown>
        )}
      </div>
    </>
  );
}
