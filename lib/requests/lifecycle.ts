import type { Move } from "../events/types";
import type { Resolution, Status } from "../generated/enums";

export type Phase = "open" | "done";
export type Party = "requester" | "participant" | "agent" | "system";

/** `label` is the desk's word, `customerLabel` what the customer reads. Closed is final. */
export const statuses = {
  waiting_for_support: { phase: "open", label: "Waiting for support", customerLabel: "Waiting for support" },
  in_progress: { phase: "open", label: "In progress", customerLabel: "In progress" },
  waiting_for_customer: { phase: "open", label: "Waiting for customer", customerLabel: "Waiting for you" },
  resolved: { phase: "done", label: "Resolved", customerLabel: "Resolved" },
  closed: { phase: "done", label: "Closed", customerLabel: "Closed" },
} as const satisfies Record<Status, { phase: Phase; label: string; customerLabel: string }>;

export const statusNames = Object.keys(statuses) as Status[];

export function isOpen(status: Status): boolean {
  return statuses[status].phase === "open";
}

export const resolutions = {
  done: "Done",
  answered: "Answered",
  duplicate: "Duplicate",
  will_not_do: "Will not do",
  by_customer: "Resolved by customer",
} as const satisfies Record<Resolution, string>;

/** The resolutions an agent chooses from; the last one is the customer's own. */
export const agentResolutions = [
  "done",
  "answered",
  "duplicate",
  "will_not_do",
] as const satisfies Resolution[];

export type MoveRule = {
  label: string;
  /** One sentence for whoever is about to make the move. */
  hint: string;
  from: readonly Status[];
  to: Status;
  by: readonly Party[];
  comment: "none" | "optional" | "required";
  /** "asked": the mover says how; otherwise the resolution that the move itself means. */
  resolution?: "asked" | Resolution;
  withinReopenWindow?: true;
};

const open: readonly Status[] = ["waiting_for_support", "in_progress", "waiting_for_customer"];

/** Every change of status there is. Buttons, checks, mails, docs and tests read this table. */
export const moves: Record<Move, MoveRule> = {
  start: {
    label: "Start work",
    hint: "Tell the customer that somebody is on it.",
    from: ["waiting_for_support"],
    to: "in_progress",
    by: ["agent"],
    comment: "none",
  },
  ask: {
    label: "Ask the customer",
    hint: "Send your question; the request waits for the customer.",
    from: open,
    to: "waiting_for_customer",
    by: ["agent"],
    comment: "required",
  },
  respond: {
    label: "Respond to support",
    hint: "Support is waiting for your answer.",
    from: ["waiting_for_customer"],
    to: "waiting_for_support",
    by: ["requester", "participant"],
    comment: "required",
  },
  resolve: {
    label: "Resolve",
    hint: "Say how it ended; the customer is told and can re-open it.",
    from: open,
    to: "resolved",
    by: ["agent"],
    comment: "optional",
    resolution: "asked",
  },
  kill: {
    label: "Kill the issue",
    hint: "Your problem is solved or no longer matters. Support stops working on it.",
    from: open,
    to: "resolved",
    by: ["requester"],
    comment: "optional",
    resolution: "by_customer",
  },
  reopen: {
    label: "Re-open",
    hint: "It is not solved after all. Support looks at it again.",
    from: ["resolved"],
    to: "waiting_for_support",
    by: ["requester", "agent"],
    comment: "optional",
    withinReopenWindow: true,
  },
  close: {
    label: "Close",
    hint: "The time to re-open is over.",
    from: ["resolved"],
    to: "closed",
    by: ["system"],
    comment: "none",
  },
};

export const moveNames = Object.keys(moves) as Move[];

/** How a move reads after the name of whoever made it, where that says more than the new status. */
export const movedWords: Partial<Record<Move, string>> = {
  kill: "killed the issue",
  reopen: "re-opened the request",
};

/** A status with how it ended, such as “Resolved: Done”. */
export function labelOf(
  status: Status,
  resolution: Resolution | null,
  wording: "label" | "customerLabel",
): string {
  const label = statuses[status][wording];
  if (!resolution) return label;
  return resolution === moves.kill.resolution
    ? resolutions[resolution]
    : `${label}: ${resolutions[resolution]}`;
}

type AccessFacts = { status: Status; resolvedAt: Date | null };

/** Until when a resolved request may be re-opened; null while it is not resolved. */
export function reopenUntil(request: AccessFacts, reopenDays: number): Date | null {
  if (request.status !== "resolved" || !request.resolvedAt) return null;
  return new Date(request.resolvedAt.getTime() + reopenDays * 86_400_000);
}

/** Whether it has come to its end and can no longer be re-opened. */
export function isOver(request: AccessFacts, at: Date, reopenDays: number): boolean {
  const until = reopenUntil(request, reopenDays);
  return request.status === "closed" || (until !== null && at > until);
}

/** The moves these parties may make now, in the table's order. */
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
