import "server-only";
import type { Act } from "../events/act";
import { notFound } from "../refusal";
import { standingColumns, visibleTo } from "./policy";
import { numberOf } from "./reference";

/**
 * The request as a command needs it, locked until the action is over, loaded through what the actor may see.
 * @throws Refusal not_found, the same for missing and forbidden
 */
export async function loadRequest(act: Act, reference: string) {
  const number = numberOf(reference);
  if (number === null) throw notFound();
  // Whoever acts on a request waits here for whoever acts on it now, and then sees what came of it.
  await act.tx.$queryRaw`select id from requests where number = ${number} for no key update`;
  const request = await act.tx.serviceRequest.findFirst({
    where: { AND: [{ number }, visibleTo(act.actor)] },
    select: {
      id: true,
      number: true,
      ...standingColumns,
      requesterId: true,
      assigneeId: true,
      isOpen: true,
      lastActivityAt: true,
      edition: true,
      version: true,
      deskSpokeLast: true,
    },
  });
  if (!request) throw notFound();
  return request;
}

export type LoadedRequest = Awaited<ReturnType<typeof loadRequest>>;
