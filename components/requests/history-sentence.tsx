import { SupportBadge } from "@/components/ui/support-badge";
import { sayRich } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import { type HistoryLine, toldBy } from "@/lib/requests/history-line";
import type { TimelineEntry } from "@/lib/requests/timeline";

type Props = { line: HistoryLine; entry: Pick<TimelineEntry, "actor" | "mine">; t: Translator };

/** Who did what, wherever in the sentence the language puts the name. */
export function HistorySentence({ line, entry: { actor, mine }, t }: Props) {
  return sayRich(t, toldBy(line, { name: actor.name, mine }), {
    who: name => (
      <>
        <bdi className="font-semibold text-ink">{name}</bdi>
        {actor.side === "support" && (
          <>
            {" "}
            <SupportBadge />
          </>
        )}
      </>
    ),
  });
}
