import "server-only";
import { z } from "zod";
import { assignRequest } from "../desk/assignment";
import { byPerson } from "../events/act";
import { messageCode } from "../messages/said";
import { message } from "../refusal";
import { can } from "../requests/policy";
import { action } from "./action";

export const assign = action({
  label: { code: "actions.assign" },
  asks: ["assignee"],
  input: z.strictObject({
    /** Null is nobody. */
    to: z.union([z.literal("me"), z.uuid()], messageCode("refusals.assignment.no_agent.field")).nullable(),
  }),
  preview: (asking, request) => (can(asking, "assign", request) ? null : message("assignment.agents_only")),
  command: (act, { reference, assigneeId: from }, { to }) =>
    assignRequest(act, { reference, from, to: to === "me" ? byPerson(act).actor.id : to }),
});
