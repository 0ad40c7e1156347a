import type { Resolution, Status } from "../generated/enums";
import { type Move, type MoveRule, moves, type Party } from "./moves";
import type { RequestView } from "./view";

export type Phase = "open" | "done";

/** Closed is final. */
export const statuses = {
  waiting_for_support: { phase: "open" },
  in_progress: { phase: "open" },
  waiting_for_customer: { phase: "open" },
  resolved: { phase: "done" },
  closed: { phase: "done" },
} as const satisfies Record<Status, { phase: Phase }>;

export const statusNames = Object.keys(statuses) as Status[];

export function isOpen(status: Status): boolean {
  return statuses[status].phase === "open";
}

/** Those an agent chooses from: `by_customer` is the customer's own. */
export const agentResolutions = [
  "done",
  "answered",
  "duplicate",
  "will_not_do",
] as const satisfies Resolution[];

export const moveNames = Object.keys(moves) as Move[];

/** Undefined if the table no longer has the move that an event names. */
export function ruleOf(move: string): MoveRule | undefined {
  return Object.hasOwn(moves, move) ? moves[move as Move] : undefined;
}

export type Surface = "button" | "mode" | "comment";

export function surfaceOf({ by, comment, byReply }: MoveRule, view: RequestView): Surface | null {
  if (view === "agent") return by.includes("agent") ? (comment === "none" ? "button" : "mode") : null;
  if (!by.includes("requester") && !by.includes("participant")) return null;
  return byReply ? "comment" : "button";
}

export function movesOn(surface: Surface, view: RequestView): Move[] {
  return moveNames.filter(name => surfaceOf(moves[name], view) === surface);
}

type AccessFacts = { status: Status; resolvedAt: Date | null };

/** Null unless the request is resolved. */
export function reopenUntil(request: AccessFacts, reopenDays: number): Date | null {
  if (request.status !== "resolved" || !request.resolvedAt) return null;
  return new Date(request.resolvedAt.getTime() + reopenDays * 86_400_000);
}

/** Whether it has ended and can no longer be re-opened. */
export function isOver(request: AccessFacts, at: Date, reopenDays: number): boolean {
  const until = reopenUntil(request, reopenDays);
  return request.status === "closed" || (until !== null && at > until);
}

export function movesFor(
  parties: readonly Party[],
  request: AccessFacts,
  at: Date,
  reopenDays: number,
): Move[] {
  const until = reopenUntil(request, reopenDays);
  return moveNames.filter(name => {
    const rule = moves[name];
    if (!rule.from.includes(request.status) || !rule.by.some(party => parties.includes(party))) return false;
    return !rule.withinReopenWindow || (until !== null && at <= until);
  });
}
