import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { deliver } from "@/lib/mail/deliver";
import { takePlace } from "@/lib/mail/rate";
import { readOutboxFacts } from "@/lib/mail/status";
import { describeMail } from "@/scripts/mail-doctor";
import { aCustomer, aRequest } from "../../support/factories";
import { setSettings } from "../../support/settings";

const server = new SMTPServer({
  disabledCommands: ["STARTTLS"],
  allowInsecureAuth: true,
  onAuth: (_auth, _session, done) => done(new Error("Bad credentials")),
});

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  setSettings({ MAIL_TRANSPORT: "smtp", SMTP_URL: `smtp://desk:wrong@127.0.0.1:${port}` });
});

afterAll(() => new Promise<void>(resolve => server.close(resolve)));

describe("a mail server that refuses the desk's own password", () => {
  it("makes all mail wait, and counts as no try of any", async () => {
    const customer = await aCustomer();
    await aRequest({ by: customer });
    const { id } = await db().delivery.findFirstOrThrow({
      where: { to: customer.email },
      select: { id: true },
    });
    const at = new Date();
    expect(await takePlace(at)).toBe(0);
    const log = vi.spyOn(process.stdout, "write");
    const again = await deliver(id, at);
    const logged = log.mock.calls.map(([line]) => String(line)).join("");
    log.mockRestore();
    expect(again?.getTime()).toBeGreaterThan(at.getTime());
    const { state, attempts, reason } = await db().delivery.findUniqueOrThrow({ where: { id } });
    expect({ state, attempts }).toEqual({ state: "pending", attempts: 0 });
    expect(reason).toMatch(/Bad credentials|Invalid login/);
    expect(logged).toMatch(/"all mail waits".*(Bad credentials|Invalid login)/);
    const told = describeMail(await readOutboxFacts(at), null);
    expect(told).toMatch(/All mail waits until .*: .*(Bad credentials|Invalid login)/);
    expect(told.split("\n")).toContainEqual(
      expect.stringMatching(new RegExp(`^ {2}${customer.email} .*(Bad credentials|Invalid login)`)),
    );
    expect(await takePlace(at)).toBeGreaterThan(0);
    expect(await takePlace(later(at, minutes(2)))).toBe(0);
  });
});
