import { say, sayInPieces } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import { type HistoryLine, toldBy } from "@/lib/requests/history-line";
import type { TimelineEntry } from "@/lib/requests/timeline";
import { Corrections } from "./corrections";
import type { Drawn } from "./sentence";
import { tellPieces, unseen } from "./telling";
import type { ToldChange } from "./told";

type Of<K> = Extract<TimelineEntry, { kind: K }>;

export function tellChange(entry: Of<"change">, t: Translator): ToldChange {
  const { line, status, label, actor } = entry;
  const said = tellLine(line, entry, t);
  if (!status || !label) return { icon: actor.side === "system" ? "settings" : "user", said };
  const outcome = tellPieces(t, "requests.entry.status", { unseen, status: say(t, label) });
  return { icon: { status }, said, outcome: { status, said: outcome } };
}

export const tellCorrection = (entry: Of<"correction">, t: Translator): ToldChange => ({
  icon: "pencil-line",
  said: tellLine(entry.line, entry, t),
  corrections: <Corrections changes={entry.changes} t={t} />,
});

/** Who did what, wherever in the sentence the language puts the name. */
function tellLine(line: HistoryLine, { actor, mine }: Pick<TimelineEntry, "actor" | "mine">, t: Translator) {
  const badge = actor.side === "support" ? { badge: t("shell.support") } : {};
  return sayInPieces<Drawn>(t, toldBy(line, { name: actor.name, mine }), {
    who: inside => ({ who: inside.join(""), ...badge }),
  });
}
