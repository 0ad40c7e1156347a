import { expect, it } from "vitest";
import { db } from "@/lib/db";
import type { Desk } from "../support/desk";
import { aCustomer } from "../support/factories";
import type { Fault } from "../support/fake-resend";
import { cookieOf, raiseByPost } from "../support/raise-by-post";
import { rowOf } from "../support/records";
import {
  countingUp,
  deskUrl,
  expectSound,
  forgetLeases,
  isFull,
  openDesk,
  placeInStorm,
  prepareWorldWithResend,
  tell,
  untilMailHasLeft,
} from "./world";

const [creates, clients, kills] = isFull ? [500, 20, 30] : [60, 6, 4];

/** A fifth of the calls goes wrong, in every way there is. */
const chooseFault = (): Fault | null => {
  const faults: Fault[] = ["429", "500", "drop", "drop"];
  return Math.random() < 0.2 ? (faults[Math.floor(Math.random() * faults.length)] ?? null) : null;
};

const resend = prepareWorldWithResend(chooseFault);

it(`no request and no mail is lost or doubled when the server is killed ${kills} times while ${creates} are raised`, async () => {
  let desk: Desk = await openDesk();
  const people = await Promise.all(Array.from({ length: clients }, () => aCustomer()));
  const acknowledged = countingUp<string>();
  const client = async (index: number) => {
    const cookie = await cookieOf(people[index] ?? (await aCustomer()));
    for (let count = index; count < creates; count += clients)
      acknowledged.add(await raiseByPost(deskUrl(), cookie, `Request ${count} in the storm`));
  };
  const storm = Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  let killed = 0;
  while (killed < kills) {
    // Somewhere in the storm, wherever the clock of this machine may be.
    await Promise.race([acknowledged.reaches(placeInStorm(creates - clients, killed, kills)), storm]);
    await desk.kill();
    killed++;
    desk = await openDesk();
  }
  await storm;
  await forgetLeases();
  await untilMailHasLeft();
  await desk.stop();

  expect(new Set(acknowledged.all).size).toBe(creates);
  expect(await db().serviceRequest.count()).toBe(creates);
  for (const reference of acknowledged.all) expect((await rowOf(reference)).summary).toMatch(/in the storm$/);
  const perSubject = new Map<string, number>();
  for (const { to, subject } of resend().taken.values())
    perSubject.set(`${to} ${subject}`, (perSubject.get(`${to} ${subject}`) ?? 0) + 1);
  const doubled = [...perSubject.values()].filter(count => count > 1).length;
  const lost = creates - perSubject.size;
  expect({ lost, doubled, changed: resend().changed }).toEqual({ lost: 0, doubled: 0, changed: 0 });
  await expectSound();
  const faults = Object.values(resend().faults).reduce((sum, count) => sum + count, 0);
  tell("Killed while requests are raised", {
    kills: killed,
    faults,
    requests: creates,
    mails: resend().taken.size,
    lost,
    doubled,
  });
});
