import { offsetOf, placeName } from "@/lib/accounts/time-zones";
import type { Clock } from "@/lib/clock";
import type { DeskPage } from "@/lib/desk/agent-view";
import { sayDate } from "@/lib/formats";
import type { Translator } from "@/lib/messages/translate";
import { statusCode } from "@/lib/requests/labels";
import { requestPath } from "@/lib/requests/view";
import type { ToldOthers } from "./others-card";

/** Undefined if they have raised nothing else. */
export function tellOthers({ requester, customer }: DeskPage, t: Translator): ToldOthers | undefined {
  const { others, openCount, hasMore } = customer;
  if (others.length === 0) return undefined;
  const all = new URLSearchParams({ status: "all", customer: requester.email });
  return {
    title: t("agent.others"),
    count: t("agent.others.open", { count: openCount }),
    rows: others.map(({ reference, summary, status, typeSlug }) => ({
      ...{ reference, summary, status, href: requestPath(reference, "agent") },
      label: t.ofType(typeSlug)(statusCode(status, "agent")),
    })),
    ...(hasMore && { all: { label: t("agent.others.all"), href: `/agent?${all}` } }),
  };
}

/** "14:05 in Lisbon"; undefined where clocks show the same as the reader's. */
export function tellTheirTime({ customer: { timeZone } }: DeskPage, t: Translator, clock: Clock) {
  const now = new Date(clock.now);
  if (offsetOf(timeZone, now) === offsetOf(clock.timeZone, now)) return undefined;
  const time = sayDate(now, { language: clock.language, timeZone }, "time");
  return t("agent.people.time.there", { time, place: placeName(timeZone) });
}
