import { ClockTime } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import { type RequestInView, requestPath } from "@/lib/requests/view";

type Props = { entry: { id: string; at: string }; on: RequestInView; clock: Clock; t: Translator };

/**
 * The time of an entry, under the line of its day. It is also the entry's own address, to send to a colleague; no
 * filter and no length of the history hides it.
 */
export function EntryTime({ entry, on, clock, t }: Props) {
  return (
    <a
      href={`${requestPath(on.reference, on.view)}?entry=${entry.id}#entry-${entry.id}`}
      className="inline-flex min-h-6 items-center whitespace-nowrap rounded text-ink-faint text-sm tabular-nums hover:text-ink hover:underline"
    >
      {t.rich("requests.entry.link", {
        unseen: words => <span className="sr-only">{words}</span>,
        time: <ClockTime at={entry.at} clock={clock} />,
      })}
    </a>
  );
}
