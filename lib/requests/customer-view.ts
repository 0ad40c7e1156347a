import "server-only";
import type { Actor } from "../actor";
import { fieldsOf } from "../catalog/queries";
import { now } from "../clock";
import { db, type Prisma } from "../db";
import { openTypes } from "../events/audience";
import type { Resolution, Status } from "../generated/enums";
import { type DeskSettings, readDeskSettings } from "../settings";
import { type FirstMessage, firstMessageColumns, readFirstMessage } from "./first-message";
import type { RequestLink } from "./follow-up";
import { type HistoryPart, readHistory } from "./history";
import { type HistoryView, wholeHistory } from "./history-view";
import { isOver, movesFor, reopenUntil, type Surface, surfaceOf } from "./lifecycle";
import { type Move, type MoveRule, moves } from "./moves";
import { type AccessFacts, type Asking, can, rolesOn, standingColumns, viewOf, visibleTo } from "./policy";
import { type Question, readQuestion } from "./question";
import { numberOf, referenceOf } from "./reference";
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
  follows: RequestLink | null;
  followUps: RequestLink[];
  reopenUntil: string | null;
  isMuted: boolean;
  isOver: boolean;
  view: RequestView;
};

export const requestColumns = (actor: Actor) =>
  ({
    id: true,
    number: true,
    ...standingColumns,
    members: { select: { personId: true, role: true, mutedAt: true } },
    ...firstMessageColumns,
    summary: true,
    resolution: true,
    version: true,
    form: {
      select: {
        id: true,
        fields: true,
        type: { select: { slug: true, name: true, category: { select: { name: true } } } },
      },
    },
    events: {
      where: { type: { in: openTypes } },
      orderBy: { id: "desc" }, // index events_of_request
      take: 1,
      select: { id: true },
    },
    follows: { select: { number: true, summary: true, ...standingColumns } },
    followUps: {
      where: visibleTo(actor),
      orderBy: { number: "asc" }, // index on followsId
      take: 20,
      select: { number: true, summary: true },
    },
  }) as const satisfies Prisma.ServiceRequestSelect;

export async function readRequestPage(
  actor: Actor,
  reference: string,
  view: HistoryView = wholeHistory,
): Promise<(RequestPage & { question: Question }) | null> {
  const number = numberOf(reference);
  if (number === null) return null;
  const request = await db().serviceRequest.findFirst({
    where: { AND: [{ number }, visibleTo(actor)] },
    select: requestColumns(actor),
  });
  if (!request) return null;
  const asking = { actor, at: now(), settings: await readDeskSettings() };
  const seesInvited = can(asking, "share", request);
  const [shared, history, question] = await Promise.all([
    describeRequest(asking, request, "customer"),
    readHistory(request, { actor, wordedFor: "customer", seesInvited }, view),
    readQuestion(request),
  ]);
  return { ...shared, ...history, question };
}

type Row = Omit<AccessFacts, "members"> &
  Parameters<typeof readFirstMessage>[0] & {
    members: (AccessFacts["members"][number] & { mutedAt: Date | null })[];
    number: number;
    summary: string;
    resolution: Resolution | null;
    version: number;
    events: { id: bigint }[];
    form: { id: string; fields: unknown; type: { slug: string; name: string; category: { name: string } } };
    follows: (AccessFacts & { number: number; summary: string }) | null;
    followUps: { number: number; summary: string }[];
  };

export async function describeRequest(
  asking: Asking,
  request: Row,
  view: RequestView,
): Promise<Omit<RequestPage, "timeline" | "history">> {
  const { actor, at, settings } = asking;
  const parties = rolesOn(actor, request);
  return {
    reference: referenceOf(request.number, settings),
    summary: request.summary,
    status: request.status,
    resolution: request.resolution,
    typeSlug: request.form.type.slug,
    typeName: request.form.type.name,
    categoryName: request.form.type.category.name,
    createdAt: request.createdAt.toISOString(),
    version: request.version,
    latest: String(request.events[0]?.id ?? 0),
    first: await readFirstMessage(request, fieldsOf(request.form), actor),
    moves: movesFor(parties, request, at, settings.reopenDays).flatMap(move => offersOf(move, view)),
    canComment: can(asking, "comment", request),
    canCorrect: can(asking, "correct", request),
    canFollow: can(asking, "follow", request),
    follows:
      request.follows && can(asking, "view", request.follows) ? linkTo(request.follows, settings) : null,
    followUps: request.followUps.map(followUp => linkTo(followUp, settings)),
    reopenUntil: reopenUntil(request, settings.reopenDays)?.toISOString() ?? null,
    isMuted: request.members.some(({ personId, mutedAt }) => mutedAt !== null && isActor(actor, personId)),
    isOver: isOver(request, at, settings.reopenDays),
    view: viewOf(actor, request),
  };
}

const isActor = (actor: Actor, personId: string) => actor.kind === "person" && actor.id === personId;

const linkTo = (
  { number, summary }: { number: number; summary: string },
  settings: DeskSettings,
): RequestLink => ({
  reference: referenceOf(number, settings),
  summary,
});

function offersOf(move: Move, view: RequestView): MoveOffer[] {
  const rule = moves[move];
  const { comment, resolution, isDrastic = false } = rule;
  const surface = surfaceOf(rule, view);
  return surface ? [{ move, surface, comment, asksResolution: resolution === "asked", isDrastic }] : [];
}
