import "server-only";
import type { Act } from "../events/act";
import { refuse } from "../refusal";
import { commentOnRequest } from "../requests/comments";
import { moveRequest } from "../requests/move";
import type { AnswerInput } from "./input";
import { addNote } from "./notes";

/** Sends the agents' answer box: a reply, a note, or a reply that moves the request. @throws Refusal as that command */
export async function replyAsAgent(act: Act, { mode, ...input }: AnswerInput): Promise<void> {
  if (mode !== "reply" && mode !== "note") return moveRequest(act, { ...input, move: mode });
  const { reference, body, files = [], seen } = input;
  if (!body && files.length === 0) throw refuse("message.missing", {}, { field: "body" });
  return mode === "note"
    ? addNote(act, { reference, body, files })
    : commentOnRequest(act, { reference, body, files, afterResolved: "keep", seen });
}
