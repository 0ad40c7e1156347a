import { expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { commentOnRequest } from "@/lib/requests/comments";
import { removeParticipant } from "@/lib/sharing/participants";
import { anAgent, aParticipant, aRequest, requesterOf, run } from "../support/factories";
import type { Fault } from "../support/fake-resend";
import {
  expectSound,
  isFull,
  openDesk,
  prepareWorldWithResend,
  tell,
  until,
  untilMailHasLeft,
} from "./world";

const requests = isFull ? 50 : 10;

let fault: Fault | null = "429";
const resend = prepareWorldWithResend(() => fault);

it("whoever is removed while the queue is held up gets nothing of what waits, and everybody else gets theirs", async () => {
  const desk = await openDesk();
  const agent = await anAgent();
  const removed: PersonActor[] = [];
  const staying: PersonActor[] = [];
  const references: string[] = [];
  for (let count = 0; count < requests; count++) {
    const reference = await aRequest();
    const [leaver, stayer] = [await aParticipant(reference), await aParticipant(reference)];
    await run(agent, act => commentOnRequest(act, { reference, body: "For those who are here" }));
    removed.push(leaver);
    staying.push(stayer);
    references.push(reference);
  }
  await until(
    async () => resend().faults["429"],
    times => times > 0,
  );
  // What a worker has in hand may still leave.
  await until(
    () => db().delivery.count({ where: { state: "sending" } }),
    inHand => inHand === 0,
  );
  for (const [index, reference] of references.entries()) {
    const person = removed[index]?.id ?? "";
    await run(await requesterOf(reference), act => removeParticipant(act, { reference, person }));
  }
  fault = null;
  await untilMailHasLeft();
  await desk.stop();
  // An invitation names no request in its subject.
  const told = (people: PersonActor[]) =>
    [...resend().taken.values()].filter(
      ({ to, subject }) => people.some(({ email }) => email === to) && subject.startsWith("["),
    ).length;
  expect({ staying: told(staying), removed: told(removed) }).toEqual({ staying: requests, removed: 0 });
  await expectSound();
  tell("Removed while the queue is held up", {
    removed: requests,
    toldLater: resend().faults["429"],
    mails: resend().taken.size,
    mailsToTheRemoved: 0,
  });
});
