import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { failPoints } from "@/lib/process/fail-points";
import { aCustomer } from "../support/factories";
import { cookieOf, raiseByPost } from "../support/raise-by-post";
import {
  deskUrl,
  expectSound,
  forgetLeases,
  openDesk,
  prepareWorldWithResend,
  tell,
  untilMailHasLeft,
} from "./world";

const resend = prepareWorldWithResend(() => null);

it.each(failPoints)("a desk that dies at %s loses nothing and does nothing twice", async point => {
  const customer = await aCustomer();
  const cookie = await cookieOf(customer);
  const summary = `Raised around ${point}`;
  const doomed = await openDesk({ FAIL_POINT: point });
  const raised = raiseByPost(deskUrl(), cookie, summary);
  // The point was visited: the desk did not end, it was ended.
  expect(await doomed.ended).toBe("SIGKILL");
  const desk = await openDesk();
  const reference = await raised;
  await forgetLeases();
  await untilMailHasLeft();
  await desk.stop();
  expect(await db().serviceRequest.count({ where: { requesterId: customer.id } })).toBe(1);
  const subjects = [...resend().taken.values()].filter(mail => mail.to === customer.email);
  expect(subjects.map(({ subject }) => subject)).toEqual([`[${reference}] ${summary}`]);
  expect(resend().changed).toBe(0);
  await expectSound();
  tell(`Died at ${point}`, { requests: 1, mails: subjects.length });
});
