import { type Move, type MoveRule, moves } from "@/lib/requests/moves";

/** A move that no desk has, as somebody would add it to the table. To be imported before all else that reads it. */
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
