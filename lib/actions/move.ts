import "server-only";
import { z } from "zod";
import { filesInput } from "../attachments/limits";
import { messageCode } from "../messages/said";
import { message } from "../refusal";
import { requiredWords, wordsInput } from "../requests/input";
import { moveCode, statusCode } from "../requests/labels";
import { agentResolutions } from "../requests/lifecycle";
import { moveRequest } from "../requests/move";
import { type Move, moves } from "../requests/moves";
import { can } from "../requests/policy";
import { type Ask, action } from "./action";

const resolutionInput = z.enum(agentResolutions, messageCode("refusals.move.needs_resolution.field"));
const required = requiredWords("actions.words.missing");

/** A move of the table of moves, with what that table asks for it. */
export function moving(move: Move) {
  const { comment, resolution } = moves[move];
  const hasResolution = resolution === "asked";
  const asks: Ask[] = [
    ...(hasResolution ? ["resolution" as const] : []),
    ...(comment === "none" ? [] : ["words" as const]),
  ];
  return action({
    label: { code: moveCode(move, "label") },
    asks,
    input: z.strictObject({
      resolution: hasResolution ? resolutionInput : z.undefined().optional(),
      body: comment === "none" ? z.undefined().optional() : comment === "required" ? required : wordsInput,
      files: filesInput.optional(),
    }),
    preview: (asking, request) =>
      can(asking, { move }, request)
        ? null
        : message("move.impossible", {
            move: { code: moveCode(move, "label") },
            status: { code: statusCode(request.status, "agent") },
          }),
    command: (act, { reference, version, seen }, said) =>
      moveRequest(act, { ...said, reference, move, version, seen }),
  });
}
