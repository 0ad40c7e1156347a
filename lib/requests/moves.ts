import type { Resolution, Status } from "../generated/enums";

export type Party = "requester" | "participant" | "agent" | "system";

type MoveMail = "waiting_for_you" | "status_changed" | "resolved" | "reopened" | "closed";

export type MoveRule = {
  label: string;
  hint: string;
  /** How it reads after the name of the mover, where that says more than the new status. */
  done?: string;
  from: readonly Status[];
  to: Status;
  by: readonly Party[];
  comment: "none" | "optional" | "required";
  /** "asked": the mover chooses; otherwise the resolution that the move implies. */
  resolution?: "asked" | Resolution;
  withinReopenWindow?: true;
  /** A plain public reply by one of these parties also makes the move; the customers' needs no button of its own. */
  byReply?: true;
  isDrastic?: true;
  mail: MoveMail;
};

const open: readonly Status[] = ["waiting_for_support", "in_progress", "waiting_for_customer"];

const table = {
  start: {
    label: "Start work",
    hint: "Tell the customer that somebody is on it.",
    from: ["waiting_for_support"],
    to: "in_progress",
    by: ["agent"],
    comment: "none",
    byReply: true,
    mail: "status_changed",
  },
  ask: {
    label: "Ask the customer",
    hint: "Send your question; the request waits for the customer.",
    from: open,
    to: "waiting_for_customer",
    by: ["agent"],
    comment: "required",
    mail: "waiting_for_you",
  },
  respond: {
    label: "Respond to support",
    hint: "Support is waiting for your answer.",
    from: ["waiting_for_customer"],
    to: "waiting_for_support",
    by: ["requester", "participant"],
    comment: "required",
    byReply: true,
    mail: "status_changed",
  },
  resolve: {
    label: "Resolve",
    hint: "Say how it was resolved; the customer gets an email and can re-open it.",
    from: open,
    to: "resolved",
    by: ["agent"],
    comment: "optional",
    resolution: "asked",
    mail: "resolved",
  },
  kill: {
    label: "Kill the issue",
    hint: "Your problem is solved or no longer matters. Support will stop working on it.",
    done: "killed the issue",
    from: open,
    to: "resolved",
    by: ["requester"],
    comment: "optional",
    resolution: "by_customer",
    isDrastic: true,
    mail: "resolved",
  },
  reopen: {
    label: "Re-open",
    hint: "It is not solved after all. Support looks at it again.",
    done: "re-opened the request",
    from: ["resolved"],
    to: "waiting_for_support",
    by: ["requester", "agent"],
    comment: "optional",
    withinReopenWindow: true,
    mail: "reopened",
  },
  close: {
    label: "Close",
    hint: "The time to re-open is over.",
    from: ["resolved"],
    to: "closed",
    by: ["system"],
    comment: "none",
    mail: "closed",
  },
} as const satisfies Record<string, MoveRule>;

export type Move = keyof typeof table;

export const moves: Record<Move, MoveRule> = table;
