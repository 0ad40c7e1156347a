import { SMTPServer, type SMTPServerDataStream } from "smtp-server";
import { afterAll, expect, it } from "vitest";
import { db } from "@/lib/db";
import { aCustomer, aRequest } from "../support/factories";
import { expectSound, forgetLeases, isFull, openDesk, prepareWorld, tell, untilMailHasLeft } from "./world";

const requests = isFull ? 200 : 40;
const taken = new Map<string, number>();
const tried = new Map<string, number>();
const mostFaults = 3;
const faults = { later: 0, drop: 0 };

/** Takes mails, says "later" to some, and to some hangs up after it has taken them and before it says so. */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  async onData(stream: SMTPServerDataStream, session, done) {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const id = /^message-id:\s*(\S+)/im.exec(Buffer.concat(chunks).toString())?.[1] ?? "none";
    const tries = (tried.get(id) ?? 0) + 1;
    tried.set(id, tries);
    // Nobody is that unlucky again and again, or one of many would be given up in some runs.
    const chance = tries > mostFaults ? 0.5 : Math.random();
    if (chance < 0.15) {
      faults.later++;
      return done(Object.assign(new Error("Try again later"), { responseCode: 451 }));
    }
    taken.set(id, (taken.get(id) ?? 0) + 1);
    if (chance > 0.85) {
      faults.drop++;
      for (const open of server.connections as Set<{
        id: string;
        close(): void;
        _socket: { destroy(): void };
      }>)
        if (open.id === session.id) open._socket.destroy();
      return undefined;
    }
    return done();
  },
});
server.on("error", () => {});

prepareWorld(async () => {
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" ? address?.port : "";
  return { MAIL_TRANSPORT: "smtp", SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_PER_SECOND: "1000" };
});
afterAll(() => new Promise<void>(resolve => server.close(() => resolve())));

it("a mail server that says later and hangs up gets every mail, and a repeat only under the same Message-ID", async () => {
  const people = await Promise.all(Array.from({ length: 10 }, () => aCustomer()));
  for (let count = 0; count < requests; count++) {
    const by = people[count % people.length];
    await aRequest({ ...(by && { by }) });
  }
  const desk = await openDesk();
  await untilMailHasLeft();
  await desk.kill();
  await forgetLeases();
  const states = await db().delivery.groupBy({ by: ["state"], _count: true });
  expect(states).toEqual([{ state: "sent", _count: requests }]);
  expect(taken.size).toBe(requests);
  const repeated = [...taken.values()].filter(count => count > 1).length;
  await expectSound();
  tell("A mail server that says later and hangs up", {
    ...faults,
    mails: taken.size,
    lost: requests - taken.size,
    repeatedUnderOneMessageId: repeated,
  });
});
