import "server-only";
import { type Act, record } from "../events/act";
import type { Resolution } from "../generated/enums";
import type { Said } from "../messages/said";
import { type Refusal, refuse } from "../refusal";
import { confirmUnseen } from "./confirm-unseen";
import type { MoveInput } from "./input";
import { moveCode, statusCode } from "./labels";
import { agentResolutions, isOpen } from "./lifecycle";
import { type LoadedRequest, loadRequest } from "./load";
import { moves } from "./moves";
import { isOwnDoing } from "./own-doing";
import { can } from "./policy";
import { type Words, writeComment } from "./words";

type ByReply = { request: LoadedRequest; assigneeId: string | null };

/**
 * All status changes go through here. Returns the id of the comment, if there is one.
 * @throws Refusal not_found, conflict (others have changed the status since it was decided on), forbidden, invalid
 */
export async function moveRequest(act: Act, input: MoveInput, reply?: ByReply): Promise<string | null> {
  const request = reply?.request ?? (await loadRequest(act, input.reference));
  const rule = moves[input.move];
  if (!reply) await confirmUnseen(act, request, input.seen);
  if (input.version !== request.version && !(await isOwnDoing(act, request.id, ["request_moved"])))
    throw tooLate(request);
  if (!can(act, { move: input.move }, request))
    throw refuse("move.impossible", {
      move: { code: moveCode(input.move, "label") },
      status: statusOf(request),
    });

  const words = rule.comment === "none" && !reply ? null : wordsOf(input);
  if (rule.comment === "required" && !words) throw refuse("message.missing", {}, { field: "body" });

  const resolution = resolutionOf(input);
  const assigneeId = reply?.assigneeId ?? null;
  await changeStatus(act, request, input, { resolution, assigneeId });
  const commentId = words ? await writeComment(act, request.id, words) : null;
  await record(
    act,
    "request_moved",
    { move: input.move, from: request.status, to: rule.to, resolution, ...(assigneeId && { tookOn: true }) },
    { requestId: request.id, ...(commentId && { commentId }) },
  );
  return commentId;
}

function wordsOf({ body = "", files = [] }: MoveInput): Words | null {
  return body || files.length > 0 ? { body, files } : null;
}

function resolutionOf(input: MoveInput): Resolution | null {
  const { resolution } = moves[input.move];
  if (!resolution) return null;
  if (resolution !== "asked") return resolution;
  const chosen = agentResolutions.find(name => name === input.resolution);
  if (!chosen) throw refuse("move.needs_resolution", {}, { field: "resolution" });
  return chosen;
}

/** The only writer of `status`, conditional on the version read, so that only one of two concurrent moves wins. */
async function changeStatus(
  act: Act,
  request: LoadedRequest,
  { move, reference }: MoveInput,
  { resolution, assigneeId }: { resolution: Resolution | null; assigneeId: string | null },
): Promise<void> {
  const { to } = moves[move];
  const { count } = await act.tx.serviceRequest.updateMany({
    where: { id: request.id, version: request.version, status: request.status },
    data: {
      status: to,
      isOpen: isOpen(to),
      resolution,
      ...(!isOpen(to) && { snoozedUntil: null }),
      resolvedAt: to === "resolved" ? act.at : isOpen(to) ? null : request.resolvedAt,
      version: { increment: 1 },
      ...(assigneeId && { assigneeId }),
    },
  });
  if (count === 0) throw tooLate(await loadRequest(act, reference));
}

const statusOf = ({ status }: LoadedRequest): Said => ({ code: statusCode(status, "agent") });

function tooLate(request: LoadedRequest): Refusal {
  return refuse(
    "move.conflict",
    { status: statusOf(request) },
    { corrections: { version: request.version } },
  );
}
