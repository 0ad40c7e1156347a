import { expect, it } from "vitest";
import { reviveRuns } from "@/lib/bulk-runs/lifecycle";
import { db } from "@/lib/db";
import { anOrder } from "../support/bulk-runs";
import { aCustomer, anAgent, aRequest } from "../support/factories";
import {
  expectSound,
  forgetLeases,
  isFull,
  openDesk,
  placeInStorm,
  prepareWorldWithResend,
  tell,
  until,
  untilMailHasLeft,
} from "./world";

const [count, kills] = isFull ? [400, 12] : [40, 2];

const resend = prepareWorldWithResend(() => null);

const settledOf = (runId: string) => db().bulkItem.count({ where: { runId, state: { not: "waiting" } } });

/** As if a minute had passed since the worker was lost. */
async function wake(runId: string): Promise<void> {
  await db().bulkRun.update({ where: { id: runId }, data: { workedAt: new Date(0) }, select: { id: true } });
  await reviveRuns(new Date());
}

it(`a bulk run whose worker is killed ${kills} times replies to each of ${count} requests once, in one mail`, async () => {
  const [agent, customer] = [await anAgent(), await aCustomer()];
  const references: string[] = [];
  for (let made = 0; made < count; made++) references.push(await aRequest({ by: customer }));
  const halves = [references.slice(0, count / 2), references.slice(count / 2)];
  const runIds: string[] = [];
  for (const half of halves) runIds.push(await anOrder(agent, "reply", half, { body: "It works again." }));
  const settled = async () => (await Promise.all(runIds.map(settledOf))).reduce((sum, one) => sum + one, 0);

  let desk = await openDesk();
  for (let killed = 0; killed < kills; killed++) {
    await Promise.all(runIds.map(wake));
    const place = placeInStorm(count - kills, killed, kills);
    await until(settled, done => done >= place);
    await desk.kill();
    desk = await openDesk();
  }
  await Promise.all(runIds.map(wake));
  await until(
    () => db().bulkRun.count({ where: { endedAt: null } }),
    left => left === 0,
  );
  await forgetLeases();
  await untilMailHasLeft();
  await desk.stop();

  expect(await db().bulkItem.groupBy({ by: ["state"], _count: true })).toEqual([
    { state: "done", _count: count },
  ]);
  const perRequest = await db().comment.groupBy({ by: ["requestId"], _count: true });
  expect(perRequest).toHaveLength(count);
  expect(perRequest.filter(({ _count }) => _count > 1)).toEqual([]);
  const together = [...resend().taken.values()].filter(({ subject }) =>
    /^Updates on your requests/.test(subject),
  );
  expect(together.map(({ to }) => to)).toEqual(runIds.map(() => customer.email));
  await expectSound();
  tell("Killed while a bulk run replies", {
    kills,
    requests: count,
    lost: 0,
    doubled: 0,
    mails: together.length,
  });
});
