import "server-only";
import type { Actor } from "../actor";
import { Prisma } from "../db";
import type { Resolution, Status } from "../generated/enums";
import type { DeskSettings } from "../settings";
import { type FirstMessage, firstMessageOf } from "./first-message";
import type { RequestTitle } from "./follow-up";
import { type Found, findRequest } from "./found";
import { type HistoryPart, readHistory } from "./history";
import { type HistoryView, wholeHistory } from "./history-view";
import { isOver, movesFor, reopenUntil, type Surface, surfaceOf } from "./lifecycle";
import { type Move, type MoveRule, moves } from "./moves";
import { can, correctorIn, isOnlyManager, rolesOn, viewOf } from "./policy";
import { type Asked, askedSql, type Question, questionOf } from "./question";
import { referenceOf } from "./reference";
import type { TimelineEntry } from "./timeline";
import type { RequestView } from "./view";

export type MoveOffer = {
  move: Move;
  surface: Surface;
  comment: MoveRule["comment"];
  asksResolution: boolean;
  isDrastic: boolean;
};

export type RequestPage = {
  reference: string;
  summary: string;
  status: Status;
  resolution: Resolution | null;
  typeSlug: string;
  typeName: string;
  categoryName: string;
  createdAt: string;
  version: number;
  first: FirstMessage;
  /** The newest event visible to everyone on the request, whatever part of the history is shown. */
  latest: string;
  timeline: TimelineEntry[];
  history: HistoryPart;
  moves: MoveOffer[];
  canComment: boolean;
  canCorrect: boolean;
  canFollow: boolean;
  follows: RequestTitle | null;
  followUps: RequestTitle[];
  reopenUntil: string | null;
  isMuted: boolean;
  /** Whether mails and news about it reach the reader. */
  isMember: boolean;
  /** Whether the reader, a manager who takes no part, follows it; null for all others. */
  managerFollows: boolean | null;
  organisation: string | null;
  isPrivate: boolean;
  canHide: boolean;
  isOver: boolean;
  view: RequestView;
};

export type CustomerPage = RequestPage & { question: Question };

/** One side's page of a request, from the statement that finds it and the one that reads its history. */
export type Side<R extends RequestPage, More> = {
  view: RequestView;
  find<Beside>(actor: Actor, reference: string, beside: Prisma.Sql): Promise<Found<More & Beside> | null>;
  read(request: Found<More>, history: HistoryView): Promise<R>;
};

export const customerSide: Side<CustomerPage, Asked> = {
  view: "customer",
  find: (actor, reference, beside) => findRequest(actor, reference, Prisma.sql`, ${askedSql} ${beside}`),
  async read(request, view) {
    const { actor } = request.asking;
    const seesInvited = can(request.asking, "share", request);
    const history = await readHistory(request, { actor, wordedFor: "customer", seesInvited }, view);
    return { ...describeRequest(request, "customer"), ...history, question: questionOf(request) };
  },
};

export const readRequestPage = (actor: Actor, reference: string, view?: HistoryView) =>
  readSide(customerSide, actor, reference, view);

/** Null for what this actor may not see. */
export async function readSide<R extends RequestPage, More>(
  { find, read }: Side<R, More>,
  actor: Actor,
  reference: string,
  view: HistoryView = wholeHistory,
): Promise<R | null> {
  const request = await find(actor, reference, Prisma.empty);
  return request && read(request, view);
}

export function describeRequest(
  request: Found,
  view: RequestView,
): Omit<RequestPage, "timeline" | "history"> {
  const { asking, members, fields } = request;
  const { actor, at, settings } = asking;
  const parties = rolesOn(actor, request);
  return {
    reference: referenceOf(request.number, settings),
    summary: request.summary,
    status: request.status,
    resolution: request.resolution,
    typeSlug: request.typeSlug,
    typeName: request.typeName,
    categoryName: request.categoryName,
    createdAt: request.createdAt.toISOString(),
    version: request.version,
    latest: request.latest,
    first: firstMessageOf(request, fields, actor),
    moves: movesFor(parties, request, at, settings.reopenDays).flatMap(move => offersOf(move, view)),
    canComment: can(asking, "comment", request),
    canCorrect: can(asking, "correct", request) && parties.includes(correctorIn[view]),
    canFollow: can(asking, "follow up", request),
    follows: request.follows && linkTo(request.follows, settings),
    followUps: request.followUps.map(followUp => linkTo(followUp, settings)),
    reopenUntil: reopenUntil(request, settings.reopenDays)?.toISOString() ?? null,
    isMuted: members.some(({ personId, isMuted }) => isMuted && isActor(actor, personId)),
    isMember: members.some(({ personId }) => isActor(actor, personId)),
    managerFollows: isOnlyManager(actor, request)
      ? request.followers.some(({ personId }) => isActor(actor, personId))
      : null,
    organisation: request.organisation?.name ?? null,
    isPrivate: request.isPrivate,
    canHide: can(asking, "hide", request),
    isOver: isOver(request, at, settings.reopenDays),
    view: viewOf(actor, request),
  };
}

const isActor = (actor: Actor, personId: string) => actor.kind === "person" && actor.id === personId;

const linkTo = (
  { number, summary }: { number: number; summary: string },
  settings: DeskSettings,
): RequestTitle => ({
  reference: referenceOf(number, settings),
  summary,
});

function offersOf(move: Move, view: RequestView): MoveOffer[] {
  const rule = moves[move];
  const { comment, resolution, isDrastic = false } = rule;
  const surface = surfaceOf(rule, view);
  return surface ? [{ move, surface, comment, asksResolution: resolution === "asked", isDrastic }] : [];
}
