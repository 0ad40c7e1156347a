import { type Move, type MoveRule, moves } from "@/lib/requests/moves";

/** A made-up move, added to the table as a developer would. Import it before anything that reads the table. */
export const madeUpMove = "escalate" as Move;

(moves as Record<string, MoveRule>)[madeUpMove] = {
  label: "Escalate",
  hint: "Somebody with more say looks at it.",
  done: "escalated the request",
  from: ["waiting_for_support"],
  to: "in_progress",
  by: ["requester", "agent"],
  comment: "optional",
  mail: "status_changed",
};
