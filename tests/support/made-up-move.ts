import { messages } from "@/lib/generated/messages";
import { type Move, type MoveRule, moves } from "@/lib/requests/moves";

/** A made-up move, added to the table as a developer would. Import it before anything that reads the table. */
export const madeUpMove = "escalate" as Move;

(moves as Record<string, MoveRule>)[madeUpMove] = {
  from: ["waiting_for_support"],
  to: "in_progress",
  by: ["requester", "agent"],
  comment: "optional",
  mail: "status_changed",
};

Object.assign(messages.en, {
  "moves.escalate.label": "Escalate",
  "moves.escalate.hint": "Somebody with more say looks at it.",
  "moves.escalate.done": "<who>{name}</who> escalated the request",
});
