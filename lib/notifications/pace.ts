import "server-only";
import { z } from "zod";
import { type Act, byPerson, record } from "../events/act";
import { digestAt } from "../mail/rhythm";
import { wakeForDigest, wakeToGather } from "../mail/schedule";
import { messageCode } from "../messages/said";

export const paceInput = z.strictObject({
  pace: z.enum(["each", "gathered", "daily"], { error: messageCode("notifications.pace.choose") }),
});

/** Sets when mails about requests are sent; waiting news follows the new pace, or is sent at once. */
export async function choosePace(act: Act, { pace }: z.output<typeof paceInput>): Promise<void> {
  const { actor, tx, at } = byPerson(act);
  const { count } = await tx.person.updateMany({
    where: { id: actor.id, mailPace: { not: pace } },
    data: { mailPace: pace },
  });
  if (count === 0) return;
  await record(act, "mail_pace_chosen", { pace }, { personId: actor.id });
  const waiting = await tx.notice.findMany({
    where: { personId: actor.id, gatherFor: { not: null } }, // index notices_to_gather
    distinct: ["requestId"],
    select: { requestId: true },
  });
  if (waiting.length === 0) return;
  await tx.notice.updateMany({
    where: { personId: actor.id, gatherFor: { not: null } },
    data: { gatherFor: pace === "daily" ? "daily" : "gathered" },
  });
  if (pace === "daily") return wakeForDigest(tx, actor.id, digestAt(at, actor.timeZone));
  for (const { requestId } of waiting) await wakeToGather(tx, actor.id, requestId, at);
}
