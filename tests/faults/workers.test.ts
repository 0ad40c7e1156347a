import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { type Desk, freePort } from "../support/desk";
import { aCustomer, aRequest } from "../support/factories";
import type { Fault } from "../support/fake-resend";
import {
  expectSound,
  forgetLeases,
  isFull,
  openDesk,
  prepareWorldWithResend,
  tell,
  until,
  untilMailHasLeft,
} from "./world";

const mails = isFull ? 200 : 40;

let fault: Fault | null = "hang";
const resend = prepareWorldWithResend(() => fault);

it("four workers, one of them frozen past its lease, send each mail once", async () => {
  const customers = await Promise.all(Array.from({ length: 8 }, () => aCustomer()));
  for (let count = 0; count < mails; count++) {
    const by = customers[count % customers.length];
    await aRequest({ ...(by && { by }) });
  }
  // The first worker alone takes mails in hand and gets no answer; frozen there, it still believes that it holds them.
  const frozen = await openDesk({ PORT: String(await freePort()) });
  const inHand = await until(
    () => db().delivery.findMany({ where: { state: "sending" }, select: { id: true, leaseId: true } }),
    rows => rows.length > 0,
  );
  frozen.signal("SIGSTOP");
  fault = null;
  const others: Desk[] = [];
  for (let count = 0; count < 3; count++) others.push(await openDesk({ PORT: String(await freePort()) }));
  await forgetLeases();
  await untilMailHasLeft();
  frozen.signal("SIGCONT");
  // Awake again, it hears that its call has failed, and must not say so of mails that are no longer its own.
  await until(
    async () => /"message":"the desk is up"/.test(frozen.log()),
    is => is,
  );
  for (const desk of [frozen, ...others]) await desk.stop();
  expect(await db().delivery.groupBy({ by: ["state"], _count: true })).toEqual([
    { state: "sent", _count: mails },
  ]);
  expect(inHand.length).toBeGreaterThan(0);
  expect(resend().taken.size).toBe(mails);
  expect(resend().changed).toBe(0);
  await expectSound();
  tell("Four workers, one frozen", { mails, inHandOfTheFrozen: inHand.length, lost: 0, doubled: 0 });
});
