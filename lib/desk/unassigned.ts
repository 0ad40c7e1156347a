import "server-only";
import { before, days, minutes as minutesOf } from "../clock";
import { db } from "../db";
import { type Act, record } from "../events/act";
import { loadRequest } from "../requests/load";
import { referenceOf } from "../requests/reference";
import type { DeskSettings } from "../settings";

type Unassigned = { reference: string; minutes: number };

/** Waiting for support that long and without an assignee, and not told of yet. What has waited for a day more is old news. */
export async function findUnassigned(
  minutes: number,
  at: Date,
  settings: DeskSettings,
): Promise<Unassigned[]> {
  const until = before(at, minutesOf(minutes));
  const rows = await db().$queryRaw<{ number: number }[]>`
    select r.number from requests r
    where r.status = 'waiting_for_support' and not r."deskSpokeLast" and r."assigneeId" is null and r."snoozedUntil" is null
      and r."waitingSince" <= ${until} and r."waitingSince" > ${before(until, days(1))}
      and not exists (select from events e where e."requestId" = r.id and e.type = 'request_left_unassigned'
        and e.data = jsonb_build_object('minutes', ${minutes}::int))
    order by r."waitingSince" limit 200`; // requests_queue_by_status, events_of_request
  return rows.map(({ number }) => ({ reference: referenceOf(number, settings), minutes }));
}

/** Records nothing where somebody has taken it in the meantime, or another worker was faster. */
export async function noteUnassigned(act: Act, { reference, minutes }: Unassigned): Promise<void> {
  const request = await loadRequest(act, reference);
  if (request.assigneeId !== null || request.status !== "waiting_for_support") return;
  const told = { requestId: request.id, type: "request_left_unassigned", data: { equals: { minutes } } };
  if ((await act.tx.event.count({ where: told })) > 0) return; // index events_of_request
  await record(act, "request_left_unassigned", { minutes }, { requestId: request.id });
}
