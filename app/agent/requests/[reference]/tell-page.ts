import type { ToldDetails } from "@/components/requests/details-card";
import type { Piece } from "@/components/requests/sentence";
import { tellDetails } from "@/components/requests/tell-details";
import { tellHistory } from "@/components/requests/tell-history";
import { tellMove } from "@/components/requests/tell-move";
import { tellPieces, timeOf } from "@/components/requests/telling";
import type { ToldHistory } from "@/components/requests/told";
import type { ToldMove } from "@/components/requests/told-moves";
import type { Clock } from "@/lib/clock";
import type { DeskPage } from "@/lib/desk/agent-view";
import type { Translator } from "@/lib/messages/translate";
import type { RequestInView } from "@/lib/requests/view";
import type { ToldAgents } from "./agents-card";
import type { ToldAnswerBox } from "./answer-box";
import type { ToldCustomer } from "./customer-card";
import type { ToldAll } from "./folded";
import type { ToldFollowers } from "./followers";
import type { ToldHeld } from "./held-replies";
import type { ToldLinked } from "./linked-card";
import type { ToldOthers } from "./others-card";
import type { ToldSnooze } from "./snooze-form";
import { tellAgents } from "./tell-agents";
import { tellAnswerBox } from "./tell-answer-box";
import { tellBar } from "./tell-bar";
import { tellCustomer, tellOthers } from "./tell-customer";
import { tellFollowers } from "./tell-followers";
import { tellHeld } from "./tell-held";
import { tellLinked } from "./tell-linked";
import { tellSnooze } from "./tell-snooze";
import { tellWays } from "./tell-ways";
import type { ToldBar } from "./work-bar";

export type ToldHead = {
  title: string;
  way: { label: string; href: string; text: string };
  reference: string;
  about: Piece[];
};

/** An agent's page of a request in their language. Its parts draw it, and have no words of their own. */
export type ToldPage = {
  on: RequestInView;
  version: number;
  all: ToldAll;
  head: ToldHead;
  bar: ToldBar;
  moves: ToldMove[];
  history: ToldHistory;
  /** The reader's last comment or note here, and what names their replies that are not sent. */
  lastOwnWords?: string;
  waiting: string[];
  held?: ToldHeld;
  answer: ToldAnswerBox;
  aside: string;
  customer: ToldCustomer;
  desk: {
    title: string;
    followers: ToldFollowers;
    snooze?: ToldSnooze;
  };
  agents?: ToldAgents;
  linked?: ToldLinked;
  others?: ToldOthers;
  details: ToldDetails;
  /** What the palette calls the link to the form for corrections, where there is one. */
  correct?: string;
};

type Read = {
  request: DeskPage;
  stamp: string;
  isAdmin?: boolean;
  /** The address of the page with everything drawn. */
  all: string;
};

export function tellPage(
  { request, stamp, isAdmin = false, all }: Read,
  t: Translator,
  clock: Clock,
): ToldPage {
  const { reference, timeline, moves } = request;
  const lastOwnWords = timeline.findLast(
    ({ mine, kind }) => mine && (kind === "comment" || kind === "note"),
  )?.id;
  const [linked, others] = [tellLinked(request, t), tellOthers(request, t)];
  const [held, agents] = [tellHeld(request, t), tellAgents(request, t)];
  return {
    on: { reference, view: "agent" },
    version: request.version,
    all: { href: all, label: t("agent.bar.choices") },
    head: tellHead(request, t, clock),
    bar: tellBar(request, t, clock),
    moves: moves.filter(({ surface }) => surface === "button").map(offer => tellMove(offer, t)),
    history: tellHistory({ request, stamp, view: "agent", clock, t }),
    ...(lastOwnWords !== undefined && { lastOwnWords }),
    waiting: request.dueReplies.map(({ place }) => place),
    ...(held && { held }),
    answer: tellAnswerBox(request, t),
    aside: t("agent.about"),
    customer: tellCustomer(request, t, clock),
    desk: tellDesk(request, t, clock),
    ...(agents && { agents }),
    ...(linked && { linked }),
    ...(others && { others }),
    details: {
      ...withReadBefore(tellDetails({ ...request, organisation: null }, "agent", t), request, t),
      ways: tellWays(request, isAdmin, t),
    },
    ...(request.canCorrect && { correct: t("corrections.title.agent") }),
  };
}

/** What its requester had read on the help pages is no business of customers’ pages, which tell the same details. */
function withReadBefore(details: ToldDetails, { readBefore }: DeskPage, t: Translator): ToldDetails {
  if (!readBefore) return details;
  const { slug, language, title } = readBefore;
  const article = { link: [{ person: title }], href: `/help/${slug}?language=${language}` };
  return { ...details, links: [...(details.links ?? []), tellPieces(t, "help.read.before", { article })] };
}

function tellHead(
  { summary, reference, typeName: type, createdAt, waitingSince }: DeskPage,
  t: Translator,
  clock: Clock,
): ToldHead {
  const about = { type: t.named("type", type), time: timeOf(createdAt, clock) };
  return {
    title: summary,
    way: { label: t("shell.breadcrumb"), href: "/agent", text: t("agent.queue") },
    reference,
    about: waitingSince
      ? tellPieces(t, "agent.meta.waiting", { ...about, since: timeOf(waitingSince, clock) })
      : tellPieces(t, "agent.meta", about),
  };
}

const tellDesk = (request: DeskPage, t: Translator, clock: Clock): ToldPage["desk"] => ({
  title: t("agent.desk"),
  followers: tellFollowers(request, t),
  ...(request.isOpen && { snooze: tellSnooze(request, t, clock) }),
});
