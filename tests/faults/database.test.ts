import { join } from "node:path";
import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { crashServer, serverOf, startServer } from "@/scripts/postgres/server";
import { keep } from "@/scripts/settings";
import { aCustomer } from "../support/factories";
import { cookieOf, raiseByPost } from "../support/raise-by-post";
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
  until,
  untilMailHasLeft,
} from "./world";

const [creates, clients, crashes] = isFull ? [200, 10, 10] : [40, 5, 2];

const resend = prepareWorldWithResend(() => null);

it(`the desk survives ${crashes} crashes of its database without a restart of its own, and what it has acknowledged is there`, async () => {
  const server = await serverOf(join(keep, "fault-database"));
  const desk = await openDesk();
  const people = await Promise.all(Array.from({ length: clients }, () => aCustomer()));
  const cookies = await Promise.all(people.map(cookieOf));
  const acknowledged = countingUp<string>();
  const client = async (index: number) => {
    for (let count = index; count < creates; count += clients)
      acknowledged.add(await raiseByPost(deskUrl(), cookies[index] ?? "", `Request ${count} in the storm`));
  };
  const storm = Promise.all(cookies.map((_, index) => client(index)));
  let crashed = 0;
  while (crashed < crashes) {
    await Promise.race([acknowledged.reaches(placeInStorm(creates - clients, crashed, crashes)), storm]);
    await crashServer(server);
    crashed++;
    // A page asked for meanwhile says so, and does not break.
    const response = await fetch(`${deskUrl()}/requests`, { headers: { cookie: cookies[0] ?? "" } });
    expect(response.status).not.toBe(500);
    await startServer(server, true);
  }
  await storm;
  // This process's own connections died with the database, too.
  await until(
    () => db().serviceRequest.count(),
    () => true,
  );
  await forgetLeases();
  await untilMailHasLeft();
  await desk.stop();
  expect(new Set(acknowledged.all).size).toBe(creates);
  expect(await db().serviceRequest.count()).toBe(creates);
  expect(resend().taken.size).toBe(creates);
  expect(resend().changed).toBe(0);
  await expectSound();
  tell("Database crashed while requests are raised", {
    crashes: crashed,
    requests: creates,
    mails: resend().taken.size,
    lost: creates - resend().taken.size,
    doubled: 0,
  });
});
