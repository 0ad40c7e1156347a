import type { ToldDetails } from "@/components/requests/details-card";
import type { ToldHead } from "@/components/requests/request-head";
import type { Piece } from "@/components/requests/sentence";
import { tellDetails } from "@/components/requests/tell-details";
import { tellHistory } from "@/components/requests/tell-history";
import { tellMove } from "@/components/requests/tell-move";
import { tellReopen } from "@/components/requests/tell-reopen";
import { tellPieces } from "@/components/requests/telling";
import type { ToldHistory } from "@/components/requests/told";
import type { ToldMove } from "@/components/requests/told-moves";
import { tellPeople } from "@/components/sharing/tell-people";
import type { ToldPeople } from "@/components/sharing/told-people";
import { fullDay } from "@/components/ui/relative-time";
import { tellTime } from "@/components/ui/told-time";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import type { RequestPage } from "@/lib/requests/customer-view";
import { limits } from "@/lib/requests/input";
import { statusCode } from "@/lib/requests/labels";
import type { RequestInView } from "@/lib/requests/view";
import type { Sharing } from "@/lib/sharing/people";
import type { ToldComment } from "./comment-form";
import type { ToldNotify } from "./notify-switch";

type Notice = { title: string; text: string };
type Way = { label: string; href: string };

/** A customer's page of a request in their language. Its parts draw it, and have no words of their own. */
export type ToldPage = {
  on: RequestInView;
  version: number;
  head: ToldHead;
  awaited?: Notice;
  history: ToldHistory;
  /** Under this key its box keeps what is typed: it is emptied by what its writer has sent, and by nothing else. */
  lastOwnWords?: string;
  comment?: ToldComment;
  closed?: Notice;
  moves?: { title: string; list: ToldMove[]; ending?: Piece[] };
  /** Where somebody goes on from a request that is over. */
  next?: Way;
  aside: string;
  people: ToldPeople;
  notify: ToldNotify;
  details: ToldDetails;
};

type Read = { request: RequestPage; stamp: string; sharing: Sharing; people?: string };

export function tellPage({ request, stamp, sharing, people }: Read, t: Translator, clock: Clock): ToldPage {
  const { reference, status, timeline, canComment, moves } = request;
  const isAwaited = status === "waiting_for_customer";
  const offers = moves.filter(({ surface }) => surface === "button");
  const mayReopen = offers.some(({ move }) => move === "reopen");
  const lastOwnWords = timeline.findLast(({ mine, kind }) => mine && kind === "comment")?.id;
  return {
    on: { reference, view: "customer" },
    version: request.version,
    head: {
      title: request.summary,
      way: { label: t("shell.breadcrumb"), href: "/requests", text: t("requests.breadcrumb") },
      reference,
      status: { status, label: t(statusCode(status, "customer")) },
      about: tellPieces(t, "requests.raised_at", {
        type: request.typeName,
        time: { time: tellTime(request.createdAt, clock) },
      }),
    },
    ...(isAwaited && { awaited: { title: t("requests.awaited"), text: t("requests.awaited.next") } }),
    history: tellHistory({ request, stamp, view: "customer", clock, t }),
    ...(lastOwnWords !== undefined && { lastOwnWords }),
    ...(canComment ? { comment: tellComment(request, mayReopen, t) } : { closed: tellClosed(request, t) }),
    ...((offers.length > 0 || request.reopenUntil) && {
      moves: {
        title: t("requests.moves"),
        list: offers.map(offer => tellMove(offer, t)),
        ...(request.reopenUntil && { ending: tellEnding(request, request.reopenUntil, mayReopen, t, clock) }),
      },
    }),
    ...((request.isOver || !canComment) && { next: tellNext(request, t) }),
    aside: t("requests.aside"),
    people: tellPeople(sharing, people, t, clock),
    notify: tellNotify(request, t),
    details: tellDetails(request, "customer", t),
  };
}

function tellComment({ status, latest }: RequestPage, mayReopen: boolean, t: Translator): ToldComment {
  const isAwaited = status === "waiting_for_customer";
  return {
    title: t(isAwaited ? "requests.comment.answer_title" : "requests.comment.title"),
    isAwaited,
    latest,
    words: {
      label: t(isAwaited ? "requests.comment.answer" : "requests.comment"),
      help: t("requests.comment.help"),
      maxLength: limits.comment,
    },
    files: t("requests.comment.files"),
    reopen: tellReopen({ isResolved: status === "resolved", mayReopen }, t),
    reopenLabel: t("requests.reopen.short"),
    send: t(isAwaited ? "requests.comment.send_answer" : "requests.comment.send"),
  };
}

const tellClosed = ({ reference, canFollow }: RequestPage, t: Translator): Notice => ({
  title: t("requests.closed"),
  text: canFollow ? t("requests.closed.may_follow") : t("requests.closed.over", { reference }),
});

const tellNext = ({ reference, typeSlug, canFollow }: RequestPage, t: Translator): Way =>
  canFollow
    ? { label: t("requests.raise_follow_up"), href: `/catalog/${typeSlug}?follows=${reference}` }
    : { label: t("requests.raise_another"), href: "/" };

/** What can still become of a resolved request, and until when. */
function tellEnding(
  { isOver, canFollow }: RequestPage,
  until: string,
  mayReopen: boolean,
  t: Translator,
  clock: Clock,
): Piece[] {
  const code = mayReopen
    ? "requests.reopen_until"
    : isOver
      ? "requests.reopen_until.over"
      : "requests.reopen_until.by_requester";
  return [
    ...tellPieces(t, code, { day: { time: tellTime(until, clock, fullDay) } }),
    ...(canFollow ? [` ${t("requests.reopen_until.may_follow")}`] : []),
  ];
}

const tellNotify = ({ isMuted }: RequestPage, t: Translator): ToldNotify => ({
  title: t("requests.notifications"),
  isMuted,
  said: t(isMuted ? "requests.notifications.off" : "requests.notifications.on"),
  turn: t(isMuted ? "requests.notifications.turn_on" : "requests.notifications.turn_off"),
  working: t("requests.saving"),
  ...(!isMuted && { hint: t("requests.notifications.turn_off.hint") }),
});
