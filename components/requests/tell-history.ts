import { ownLanguage } from "@/components/ui/told-time";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import type { RequestPage } from "@/lib/requests/customer-view";
import { type RequestView, requestPath } from "@/lib/requests/view";
import { DayTeller } from "./tell-days";
import type { More, ToldHistory } from "./told";

type Asked = {
  request: Pick<RequestPage, "reference" | "first" | "timeline" | "history" | "canCorrect">;
  stamp: string;
  view: RequestView;
  clock: Clock;
  t: Translator;
};

/**
 * The history of a request, which begins with what it says itself: what it shows, which end comes first, and where it
 * goes on.
 */
export function tellHistory({ request, stamp, view, clock, t }: Asked): ToldHistory {
  const { reference, first, timeline, history, canCorrect } = request;
  const { show, newestFirst, earlier, later } = history;
  const path = requestPath(reference, view);
  const teller = new DayTeller({ t, clock, view, path, canCorrect });

  const turned = <T>(list: T[]) => (newestFirst ? list.toReversed() : list);
  const daysOf = (entries: Parameters<DayTeller["days"]>[0]) => teller.days(turned(entries));
  const more = (label: string, to: Record<string, string>): More[] => {
    const query = new URLSearchParams({ ...(show === "comments" && { history: show }), ...to });
    return [{ more: label, href: `${path}?${query}#history` }];
  };
  const newer = later ? more(t("requests.history.later"), { after: later }) : [];
  // Where something is left out after it, the first message is kept apart, with the way there in between.
  const runs = earlier
    ? [daysOf([first]), more(t("requests.history.earlier"), { before: earlier }), daysOf(timeline), newer]
    : [daysOf([first, ...timeline]), newer];

  return {
    title: t("requests.history"),
    stamp,
    path,
    language: ownLanguage(clock, t),
    show,
    shows: {
      label: t("requests.history.shows"),
      all: t("requests.history.all"),
      comments: t(view === "agent" ? "requests.history.comments_and_notes" : "requests.history.comments"),
    },
    newestFirst,
    turn: {
      label: t(newestFirst ? "requests.history.oldest_first" : "requests.history.newest_first"),
      working: t("requests.history.turning"),
    },
    parts: turned(runs).flat(),
    authors: teller.authors,
    words: teller.words(),
    ...(show === "comments" && timeline.length === 0 && { empty: t("requests.history.no_comments") }),
  };
}
