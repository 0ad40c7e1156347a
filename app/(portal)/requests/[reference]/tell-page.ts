import type { ToldHead } from "@/components/requests/request-head";
import { tellHistory } from "@/components/requests/tell-history";
import { tellMove } from "@/components/requests/tell-move";
import { tellReopen } from "@/components/requests/tell-reopen";
import { tellPieces, timeOf } from "@/components/requests/telling";
import type { ToldHistory } from "@/components/requests/told";
import type { ToldMove } from "@/components/requests/told-moves";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import type { RequestPage } from "@/lib/requests/customer-view";
import { limits } from "@/lib/requests/input";
import { statusCode } from "@/lib/requests/labels";
import type { RequestInView } from "@/lib/requests/view";
import type { ToldComment } from "./comment-form";
import type { ToldNotify } from "./notify-switch";

/** A customer's page of a request in their language: its parts have no words of their own. */
export type ToldPage = {
  on: RequestInView;
  version: number;
  history: ToldHistory;
  /** Under this key its box keeps what is typed: it is emptied by what its writer has sent, and by nothing else. */
  lastOwnWords?: string;
  /** Null once nothing can be added. */
  comment: ToldComment | null;
  moves?: { title: string; list: ToldMove[] };
  aside: string;
  /** Not for a reader who gets no mails about it. */
  notify?: ToldNotify;
};

type Read = { request: RequestPage; stamp: string };

export function tellPage({ request, stamp }: Read, t: Translator, clock: Clock): ToldPage {
  const { reference, timeline, canComment, moves, reopenUntil } = request;
  const offers = moves.filter(({ surface }) => surface === "button");
  const lastOwnWords = timeline.findLast(({ mine, kind }) => mine && kind === "comment")?.id;
  return {
    on: { reference, view: "customer" },
    version: request.version,
    history: tellHistory({ request, stamp, view: "customer", clock, t }),
    ...(lastOwnWords !== undefined && { lastOwnWords }),
    comment: canComment ? tellComment(request, t) : null,
    ...((offers.length > 0 || reopenUntil) && {
      moves: {
        title: t(offers.length > 0 ? "requests.moves" : "received.next"),
        list: offers.map(offer => tellMove(offer, t)),
      },
    }),
    aside: t("requests.aside"),
    ...(request.isMember && { notify: tellNotify(request, t) }),
    ...(request.managerFollows !== null && { notify: tellFollowing(request.managerFollows, t) }),
  };
}

export function tellHead(
  { summary, reference, status, ...of }: RequestPage,
  t: Translator,
  clock: Clock,
): ToldHead {
  return {
    title: summary,
    way: { label: t("shell.breadcrumb"), href: "/requests", text: t("requests.breadcrumb") },
    reference,
    status: { status, label: t(statusCode(status, "customer")) },
    about: tellPieces(t, "requests.raised_at", {
      type: t.named("type", of.typeName),
      time: timeOf(of.createdAt, clock),
    }),
  };
}

function tellComment({ status, latest, moves }: RequestPage, t: Translator): ToldComment {
  const isAwaited = status === "waiting_for_customer";
  const mayReopen = moves.some(({ move, surface }) => move === "reopen" && surface === "button");
  return {
    title: t(isAwaited ? "requests.comment.answer_title" : "requests.comment.title"),
    isAwaited,
    latest,
    words: {
      label: t(isAwaited ? "requests.comment.answer" : "requests.comment"),
      help: t("requests.comment.help"),
      placeholder: t("requests.comment.placeholder"),
      maxLength: limits.comment,
    },
    files: t("requests.comment.files"),
    reopen: tellReopen({ isResolved: status === "resolved", mayReopen }, t),
    reopenLabel: t("requests.reopen.short"),
    send: t(isAwaited ? "requests.comment.send_answer" : "requests.comment.send"),
  };
}

const tellNotify = ({ isMuted }: RequestPage, t: Translator): ToldNotify => ({
  title: t("requests.notifications"),
  isMuted,
  said: t(isMuted ? "requests.notifications.off" : "requests.notifications.on"),
  turn: t(isMuted ? "requests.notifications.turn_on" : "requests.notifications.turn_off"),
  working: t("requests.saving"),
  ...(!isMuted && { hint: t("requests.notifications.turn_off.hint") }),
});

/** The same switch: a manager hears of a request as long as they follow it. */
const tellFollowing = (follows: boolean, t: Translator): ToldNotify => ({
  title: t("requests.notifications"),
  isMuted: !follows,
  said: t(follows ? "requests.following.on" : "requests.following.off"),
  turn: t(follows ? "requests.following.stop" : "requests.following.start"),
  working: t("requests.saving"),
});
