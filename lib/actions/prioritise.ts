import "server-only";
import { z } from "zod";
import { setPriority } from "../desk/priority";
import { Priority } from "../generated/enums";
import { messageCode } from "../messages/said";
import { message } from "../refusal";
import { can } from "../requests/policy";
import { action } from "./action";
import { requireUnchanged } from "./unchanged";

export const prioritise = action({
  label: { code: "actions.prioritise" },
  asks: ["priority"],
  input: z.strictObject({ priority: z.enum(Priority, messageCode("actions.priority.missing")) }),
  preview: (asking, request) => (can(asking, "prioritise", request) ? null : message("priority.agents_only")),
  async command(act, target, { priority: to }) {
    await requireUnchanged(act, target, ["priority_set"]);
    await setPriority(act, { reference: target.reference, to });
  },
});
