import type { ToldDetails } from "@/components/requests/details-card";
import type { ToldHead } from "@/components/requests/request-head";
import { tellAnswer } from "@/components/requests/tell-answer";
import { tellDetails } from "@/components/requests/tell-details";
import { tellHistory } from "@/components/requests/tell-history";
import { tellMove } from "@/components/requests/tell-move";
import { tellPieces, timeOf } from "@/components/requests/telling";
import type { ToldHistory } from "@/components/requests/told";
import type { ToldAnswer } from "@/components/requests/told-answer";
import type { ToldMove } from "@/components/requests/told-moves";
import type { Clock } from "@/lib/clock";
import type { DeskPage } from "@/lib/desk/agent-view";
import type { Translator } from "@/lib/messages/translate";
import { statusCode } from "@/lib/requests/labels";
import type { RequestInView } from "@/lib/requests/view";
import type { ToldAnswerBox } from "./answer-box";
import type { ToldAssigning } from "./assign-forms";
import type { ToldOthers } from "./others-card";
import { tellAnswerBox } from "./tell-answer-box";
import { tellOthers, tellTheirTime } from "./tell-customer";

/** An agent's page of a request in their language. Its parts draw it, and have no words of their own. */
export type ToldPage = {
  on: RequestInView;
  version: number;
  head: ToldHead;
  moves: ToldMove[];
  history: ToldHistory;
  /** Under this key the box keeps what is typed: it is emptied by what its writer has sent, and by nothing else. */
  lastOwnWords?: string;
  answer: ToldAnswerBox;
  aside: string;
  desk: { title: string; answers: ToldAnswer[]; assigning: ToldAssigning };
  others?: ToldOthers;
  details: ToldDetails;
};

type Read = { request: DeskPage; stamp: string };

export function tellPage({ request, stamp }: Read, t: Translator, clock: Clock): ToldPage {
  const { reference, timeline, moves } = request;
  const lastOwnWords = timeline.findLast(
    ({ mine, kind }) => mine && (kind === "comment" || kind === "note"),
  )?.id;
  const others = tellOthers(request, t);
  return {
    on: { reference, view: "agent" },
    version: request.version,
    head: tellHead(request, t, clock),
    moves: moves.filter(({ surface }) => surface === "button").map(offer => tellMove(offer, t)),
    history: tellHistory({ request, stamp, view: "agent", clock, t }),
    ...(lastOwnWords !== undefined && { lastOwnWords }),
    answer: tellAnswerBox(request, t),
    aside: t("agent.about"),
    desk: {
      title: t("agent.people"),
      answers: tellDesk(request, t, clock),
      assigning: tellAssigning(request, t),
    },
    ...(others && { others }),
    details: tellDetails(request, "agent", t),
  };
}

function tellHead(
  { summary, reference, status, typeName: type, createdAt, waitingSince }: DeskPage,
  t: Translator,
  clock: Clock,
): ToldHead {
  const about = { type, time: timeOf(createdAt, clock) };
  return {
    title: summary,
    way: { label: t("shell.breadcrumb"), href: "/agent", text: t("agent.queue") },
    reference,
    status: { status, label: t(statusCode(status, "agent")) },
    about: waitingSince
      ? tellPieces(t, "agent.meta.waiting", { ...about, since: timeOf(waitingSince, clock) })
      : tellPieces(t, "agent.meta", about),
  };
}

function tellDesk(request: DeskPage, t: Translator, clock: Clock): ToldAnswer[] {
  const { requester, assignee } = request;
  const theirTime = tellTheirTime(request, t, clock);
  return [
    { label: t("agent.people.customer"), value: requester.name, kind: "text" as const },
    { label: t("agent.people.email"), value: requester.email, kind: "email" as const },
    ...(theirTime ? [{ label: t("agent.people.time"), value: theirTime, kind: "text" as const }] : []),
    {
      label: t("agent.people.assignee"),
      value: assignee?.name ?? t("agent.people.nobody"),
      kind: "text" as const,
    },
  ].map(answer => tellAnswer(answer, t));
}

const tellAssigning = ({ assignee, agents }: DeskPage, t: Translator): ToldAssigning => ({
  ...(assignee
    ? { assigneeId: assignee.id }
    : { claim: { label: t("agent.claim"), working: t("agent.claim.working") } }),
  agents: agents.map(({ id, name }) => [id, name]),
  assign: t(assignee ? "agent.assign.other" : "agent.assign"),
  agent: t("agent.assign.agent"),
  nobody: t("agent.assign.nobody"),
  save: { label: t("agent.assign.save"), working: t("agent.assign.working") },
});
