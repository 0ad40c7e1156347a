import "server-only";
import { z } from "zod";
import { filesInput } from "../attachments/limits";
import { addNote } from "../desk/notes";
import { message } from "../refusal";
import { commentOnRequest } from "../requests/comments";
import { requiredWords } from "../requests/input";
import { can } from "../requests/policy";
import { action } from "./action";

const said = { body: requiredWords("actions.words.missing"), files: filesInput.optional() };

/** A public reply, which also takes an unassigned request on and starts work, unless it is not to. */
export const reply = action({
  label: { code: "agent.answer.reply" },
  asks: ["words"],
  input: z.strictObject({
    ...said,
    keepsStatus: z.boolean().optional(),
    takesOn: z.boolean().optional(),
  }),
  preview: (asking, request) =>
    can(asking, "comment", request) ? null : message("comment.request_closed", { canFollow: "no" }),
  command: (act, { reference, seen }, { keepsStatus, takesOn, ...said }) =>
    commentOnRequest(act, { ...said, reference, seen, afterResolved: "keep" }, { keepsStatus, takesOn }),
});

export const note = action({
  label: { code: "agent.answer.note" },
  asks: ["words"],
  input: z.strictObject(said),
  preview: (asking, request) => (can(asking, "note", request) ? null : message("note.agents_only")),
  command: (act, { reference }, said) => addNote(act, { ...said, reference }),
});
