import "server-only";
import type { EventReader } from "../events/reader";
import type { RecordedEvent } from "../events/types";
import { tellOfNotices } from "../live/tell";

/** That a request came in, or that nobody takes it, is news to nobody any more once somebody has taken it. */
export const settleArrivals: EventReader = async (act, event) => {
  if (!isTaking(event)) return;
  const settled = await act.tx.$queryRaw<{ personId: string }[]>`
    update notices set "readAt" = ${act.at}
    where "requestId" = ${event.subject.requestId}::uuid and "readAt" is null
      and kind in ('request_arrived', 'left_unassigned')
    returning "personId"`; // index notices_unread_arrivals
  await tellOfNotices(
    act,
    settled.map(({ personId }) => personId),
  );
};

const isTaking = (event: RecordedEvent) =>
  event.type === "request_assigned"
    ? event.data.toId !== null
    : (event.type === "comment_posted" || event.type === "request_moved") && event.data.tookOn === true;
