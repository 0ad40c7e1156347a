import "server-only";
import { type Act, record } from "../events/act";
import type { Resolution } from "../generated/enums";
import { type Refusal, refuse } from "../refusal";
import type { MoveInput } from "./input";
import { agentResolutions, isOpen, moves, statuses } from "./lifecycle";
import { type LoadedRequest, loadRequest } from "./load";
import { can, isCustomerOf } from "./policy";
import { type Words, writeComment } from "./words";

/**
 * Changes the status of a request, with the comment that goes with it, as one event. Every change passes here.
 * @throws Refusal not_found, conflict (the page was drawn from an older state), forbidden, invalid
 */
export async function moveRequest(act: Act, input: MoveInput): Promise<void> {
  const request = await loadRequest(act, input.reference);
  const rule = moves[input.move];
  if (input.version !== request.version) throw tooLate(request);
  if (!can(act.actor, { move: input.move }, request, act.at))
    throw refuse("move.impossible", { move: rule.label, status: statuses[request.status].label });

  const words = rule.comment === "none" ? null : wordsOf(input);
  if (rule.comment === "required" && !words) throw refuse("message.missing", {}, { field: "body" });

  const byDesk = !isCustomerOf(act.actor, request);
  const resolution = resolutionOf(input);
  await changeStatus(act, request, input, resolution, { byDesk, isSaid: words !== null });
  const commentId = words ? await writeComment(act, request.id, words) : undefined;
  await record(
    act,
    "request_moved",
    { move: input.move, from: request.status, to: rule.to, resolution },
    { requestId: request.id, ...(commentId && { commentId }) },
  );
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

/** The only writer of `status`: conditional on the version that was read, so that one of two wins. */
async function changeStatus(
  act: Act,
  request: LoadedRequest,
  { move, reference }: MoveInput,
  resolution: Resolution | null,
  { byDesk, isSaid }: { byDesk: boolean; isSaid: boolean },
): Promise<void> {
  const { to } = moves[move];
  const owesNow = to === "waiting_for_support";
  const { count } = await act.tx.serviceRequest.updateMany({
    where: { id: request.id, version: request.version, status: request.status },
    data: {
      status: to,
      isOpen: isOpen(to),
      resolution,
      resolvedAt: to === "resolved" ? act.at : isOpen(to) ? null : request.resolvedAt,
      version: { increment: 1 },
      lastActivityAt: act.at,
      ...(owesNow && { waitingSince: act.at, deskSpokeLast: false }),
      ...(!owesNow && byDesk && isSaid && { deskSpokeLast: true }),
    },
  });
  if (count === 0) throw tooLate(await loadRequest(act, reference));
}

/** Told once: the form then carries the present version, so that sending it again is a decision. */
function tooLate(request: LoadedRequest): Refusal {
  return refuse(
    "move.conflict",
    { status: statuses[request.status].label },
    { corrections: { version: String(request.version) } },
  );
}
