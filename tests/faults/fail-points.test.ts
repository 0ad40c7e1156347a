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

it.each([
  ["before_send", "Lodge", "as it was kept"],
  ["after_render", "Harbour", "as the desk is now, because nothing was kept"],
] as const)("a mail whose desk died at %s is from %s in the end, %s", async (point, name, _) => {
  const customer = await aCustomer();
  const cookie = await cookieOf(customer);
  const doomed = await openDesk({ FAIL_POINT: point });
  const raised = raiseByPost(deskUrl(), cookie, `Kept at ${point}`);
  expect(await doomed.ended).toBe("SIGKILL");
  const desk = await openDesk({ DESK_NAME: "Harbour", MAIL_FROM: "Harbour <desk@harbour.test>" });
  await raised;
  await forgetLeases();
  await untilMailHasLeft();
  await desk.stop();
  const mails = [...resend().taken.values()].filter(mail => mail.to === customer.email);
  expect(mails).toHaveLength(1);
  const { from, text } = JSON.parse(mails[0]?.body ?? "{}") as { from: string; text: string };
  expect(from).toContain(name);
  expect(text).toContain(name);
  await expectSound();
});
