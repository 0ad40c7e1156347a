import { say } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { toldBy } from "@/lib/requests/history-line";
import type { TimelineEntry } from "@/lib/requests/timeline";

const t = translatorOf("en");

/** What a history says of each change. */
export const linesOf = (page: { timeline: TimelineEntry[] } | null): string[] =>
  (page?.timeline ?? []).flatMap(entry =>
    entry.kind === "change" ? [say(t, toldBy(entry.line, { name: entry.actor.name, mine: entry.mine }))] : [],
  );
