import clsx from "clsx";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import { SupportBadge } from "@/components/ui/support-badge";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import type { FirstMessage } from "@/lib/requests/first-message";
import type { TimelineEntry } from "@/lib/requests/timeline";
import type { RequestInView } from "@/lib/requests/view";
import { EntryTime } from "./timeline-time";

type Look = "customer" | "support" | "note";

const boxes: Record<Look, string> = {
  customer: "border-line bg-surface shadow-rest",
  support: "border-accent-line bg-surface shadow-rest",
  note: "border-dashed border-note-line bg-note-soft",
};

const heads: Record<Look, string> = {
  customer: "border-line",
  support: "border-accent-line bg-accent-soft",
  note: "border-dashed border-note-line",
};

const tag = "inline-flex items-center gap-1 rounded-md border px-1.5 text-xs leading-5 font-medium";

function Side({ look, isDesk, t }: { look: Look; isDesk: boolean; t: Translator }) {
  if (look === "note") {
    return (
      <span className={clsx(tag, "border-note-line text-note")}>
        <Icon name="lock" className="size-3" />
        {t("requests.entry.internal")}
      </span>
    );
  }
  if (look === "support") return <SupportBadge />;
  return isDesk ? (
    <span className={clsx(tag, "border-line text-ink-soft")}>{t("requests.entry.of_customer")}</span>
  ) : null;
}

type Props = {
  entry: TimelineEntry | FirstMessage;
  on: RequestInView;
  clock: Clock;
  t: Translator;
  children: ReactNode;
};

/** The frame of everything that somebody wrote: who, for which side, when, and a link to it. */
export function MessageBox({ entry, on, clock, t, children }: Props) {
  const { actor, mine, kind } = entry;
  const name = actor.name ?? t("history.desk");
  const side = actor.side === "customer" ? "customer" : "support";
  const look: Look = kind === "note" ? "note" : side;
  return (
    <>
      <Avatar name={name} side={side} className="relative mt-1.5" />
      <article className={clsx("min-w-0 flex-1 overflow-hidden rounded-xl border", boxes[look])}>
        <div
          className={clsx(
            "flex flex-wrap items-center gap-x-2 gap-y-1 border-b px-4 py-2 sm:px-5",
            heads[look],
          )}
        >
          <span className="wrap-anywhere text-ink-soft text-sm">
            {t.rich(kind === "request" ? "requests.entry.raised" : "requests.entry.author", {
              by: mine ? "you" : "other",
              name,
              who: words => <bdi className="font-semibold text-ink">{words}</bdi>,
            })}
          </span>
          <Side look={look} isDesk={on.view === "agent"} t={t} />
          <span className="sm:ml-auto">
            <EntryTime entry={entry} on={on} clock={clock} t={t} />
          </span>
        </div>
        {children}
      </article>
    </>
  );
}
