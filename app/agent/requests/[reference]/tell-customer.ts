import { type Answer, tellAnswer } from "@/components/requests/tell-answer";
import { relativeTime } from "@/components/ui/relative-time";
import { isErasedAddress } from "@/lib/accounts/erased";
import { placeName } from "@/lib/accounts/time-zones";
import type { Clock } from "@/lib/clock";
import type { DeskPage } from "@/lib/desk/agent-view";
import { languageName, sayDate } from "@/lib/formats";
import type { Translator } from "@/lib/messages/translate";
import { statusCode } from "@/lib/requests/labels";
import type { ToldCustomer } from "./customer-card";
import type { ToldOthers } from "./others-card";
import { tellCustomerNotes } from "./tell-customer-notes";

/** Who they are, how to reach them, and what is known of their language and time. */
export function tellCustomer(request: DeskPage, t: Translator, clock: Clock): ToldCustomer {
  const { requester, customer, organisation, isPrivate } = request;
  const notes = tellCustomerNotes(request, t, clock);
  const line = (label: string, value: string | null | undefined | false, kind: Answer["kind"] = "text") =>
    value ? [tellAnswer({ label, value, kind }, t)] : [];
  return {
    title: t("agent.customer"),
    answers: [
      ...line(t("agent.customer.name"), requester.name),
      ...line(t("agent.customer.email"), !isErasedAddress(requester.email) && requester.email, "email"),
      ...line(
        t("organisations.of_request"),
        organisation && isPrivate ? t("organisations.of_request.hidden", { organisation }) : organisation,
      ),
      ...line(t("agent.customer.language"), customer.language && languageName(customer.language, t.language)),
      ...line(t("agent.customer.time"), tellTheirTime(request, t, clock)),
      ...line(t("agent.customer.account"), customer.awaitsSignUp && t("agent.customer.account.none")),
      ...line(
        t("agent.customer.seen"),
        customer.lastSeen && relativeTime(new Date(customer.lastSeen), clock),
      ),
    ],
    ...(notes && { notes }),
    raise: { label: t("agent.customer.raise"), href: `/agent/new?for=${requester.id}` },
  };
}

/** Undefined if they have raised nothing else. */
export function tellOthers({ requester, customer }: DeskPage, t: Translator): ToldOthers | undefined {
  const { others, openCount } = customer;
  if (others.length === 0) return undefined;
  const all = new URLSearchParams({ status: "all", snoozed: "any", customer: requester.email });
  return {
    title: t("agent.others"),
    count: t("agent.others.open", { count: openCount }),
    rows: others.map(({ reference, summary, status, typeSlug }) => [
      ...([reference, summary, status] as const),
      t.ofType(typeSlug)(statusCode(status, "agent")),
    ]),
    all: { label: t("agent.others.all"), href: `/agent?${all}` },
  };
}

/** "14:05 in Lisbon" */
function tellTheirTime({ customer: { timeZone } }: DeskPage, t: Translator, { now, language }: Clock) {
  if (timeZone === null) return undefined;
  const time = sayDate(new Date(now), { language, timeZone }, "time");
  return t("agent.customer.time.there", { time, place: placeName(timeZone) });
}
