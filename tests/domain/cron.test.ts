import { expect, it } from "vitest";
import { before, minutes, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { workOneRound } from "@/lib/entry/jobs";
import { aCustomer } from "../support/factories";

const aMomentAgo = () => before(now(), minutes(60 * 25));

it("without a worker, the rounds of the scheduler also remove what has run out, once an hour", async () => {
  const { id: personId } = await aCustomer();
  await db().session.create({ data: { personId, expiresAt: aMomentAgo() } });
  const left = () => db().session.count({ where: { personId } });
  await workOneRound();
  await workOneRound();
  const [job] = await db().$queryRaw<{ count: number; minutes: number }[]>`
    select count(*)::int, max(extract(epoch from run_at - created_at) / 60)::float as minutes
    from graphile_worker.jobs where task_identifier = 'sweep'`;
  expect(job?.count).toBe(1);
  expect(job?.minutes).toBeGreaterThan(55);
  expect(await left()).toBe(1);
  await db().$executeRaw`update graphile_worker._private_jobs set run_at = now() where key = 'sweep'`;
  await workOneRound();
  expect(await left()).toBe(0);
});
