import type { PersonActor } from "@/lib/actor";
import { listNotices } from "@/lib/bell/notices";
import { db } from "@/lib/db";
import { say } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { type Choices, keepChoices, type Topic, usualChoices, type Way } from "@/lib/notifications/choices";
import { run } from "./factories";
import { rowOf } from "./records";

const t = translatorOf("en");

/** Otherwise the requests of other tests would be mailed to those who chose that. */
export const forgetChoices = () =>
  db().person.updateMany({ where: { role: "agent" }, data: { choices: {} } });
export const choose = (
  who: PersonActor,
  chosen: Partial<Record<Topic, Way[]>>,
  more: Partial<Choices> = {},
) =>
  run(who, act =>
    keepChoices(act, {
      ways: { ...usualChoices.ways, ...chosen },
      wait: 30,
      hasSound: false,
      ...(more as object),
    }),
  );
export const kindsTo = async ({ id }: PersonActor, reference: string) => {
  const { id: requestId } = await rowOf(reference);
  const rows = await db().delivery.findMany({
    where: { personId: id, requestId },
    orderBy: { id: "asc" },
    select: { kind: true },
  });
  return rows.map(({ kind }) => kind);
};
export const noticesOf = async ({ id }: PersonActor, reference: string) => {
  const { id: requestId } = await rowOf(reference);
  return db().notice.findMany({
    where: { personId: id, requestId },
    orderBy: { id: "asc" },
    select: { kind: true, inBell: true, onDesktop: true, readAt: true, gatherFor: true },
  });
};
export const bellOf = async (who: PersonActor) =>
  (await listNotices(who)).rows.map(({ told }) => say(t, told));
