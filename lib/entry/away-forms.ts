import "server-only";
import { z } from "zod";
import { type Absence, goAway } from "../accounts/away";
import { instantOf } from "../catalog/moments";
import { type Act, byPerson } from "../events/act";
import { messageCode } from "../messages/said";

const day = z.iso.date({ error: messageCode("away.day.choose") });

/** The first day away and the first day back, as the calendar of their sender has them. */
export const awayForm = z.strictObject({
  from: day,
  until: day,
  standIn: z.uuid(messageCode("refusals.away.no_agent.field")).optional(),
});

/** Days are those of this zone. */
export function absenceOf(
  { from, until, standIn = undefined }: z.output<typeof awayForm>,
  timeZone: string,
): Absence {
  const midnight = (date: string) => instantOf(`${date}T00:00`, timeZone);
  return { from: midnight(from), until: midnight(until), standInId: standIn ?? null };
}

/** @throws Refusal as `goAway` */
export const sendAway = (act: Act, input: z.output<typeof awayForm>): Promise<void> =>
  goAway(act, absenceOf(input, byPerson(act).actor.timeZone));
