import type { Resolution, Status } from "../generated/enums";

export type Party = "requester" | "participant" | "manager" | "agent" | "system";

type MoveMail = "waiting_for_you" | "status_changed" | "resolved" | "reopened" | "closed";

/** Its texts are `moves.<name>.label` and `.hint`, and `.done` where that says more than the new status. */
export type MoveRule = {
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
    from: ["waiting_for_support"],
    to: "in_progress",
    by: ["agent"],
    comment: "none",
    byReply: true,
    mail: "status_changed",
  },
  ask: {
    from: open,
    to: "waiting_for_customer",
    by: ["agent"],
    comment: "required",
    mail: "waiting_for_you",
  },
  respond: {
    from: ["waiting_for_customer"],
    to: "waiting_for_support",
    by: ["requester", "participant", "manager"],
    comment: "required",
    byReply: true,
    mail: "status_changed",
  },
  resolve: {
    from: open,
    to: "resolved",
    by: ["agent"],
    comment: "optional",
    resolution: "asked",
    mail: "resolved",
  },
  kill: {
    from: open,
    to: "resolved",
    by: ["requester"],
    comment: "optional",
    resolution: "by_customer",
    isDrastic: true,
    mail: "resolved",
  },
  reopen: {
    from: ["resolved"],
    to: "waiting_for_support",
    by: ["requester", "agent"],
    comment: "optional",
    withinReopenWindow: true,
    mail: "reopened",
  },
  close: {
    from: ["resolved"],
    to: "closed",
    by: ["system"],
    comment: "none",
    mail: "closed",
  },
} as const satisfies Record<string, MoveRule>;

export type Move = keyof typeof table;

export const moves: Record<Move, MoveRule> = table;
