import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mailLogInLink } from "@/lib/accounts/log-in-link";
import { mailPasswordLink } from "@/lib/accounts/passwords";
import { system } from "@/lib/actor";
import { later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { deliver } from "@/lib/mail/deliver";
import { endExpiredMails } from "@/lib/mail/emptying";
import { releaseMail } from "@/lib/mail/held-mail";
import { readOutbox } from "@/lib/mail/status";
import { aCustomer, anAdmin, run } from "../../support/factories";
import { setByLink } from "../../support/password-link";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";
import { type SmtpRecorder, startSmtpRecorder } from "../../support/smtp-recorder";

let server: SmtpRecorder;

beforeAll(async () => {
  server = await startSmtpRecorder();
  setSettings({ MAIL_TRANSPORT: "smtp", SMTP_URL: server.url });
});
afterAll(() => server.stop());
beforeEach(() => {
  server.tries = [];
  server.refusal = null;
});

const later451 = { responseCode: 451, message: "Try again later" };
const rowOf = (id: string) => db().delivery.findUniqueOrThrow({ where: { id } });
const textOf = async (id: string) => {
  const { eventId, ...row } = await rowOf(id);
  return JSON.stringify(row);
};
const decoded = (raw = "") => raw.replace(/=\r\n/g, "");

/** A mail with a link that waits; and the token in that link, which nobody else knows. */
async function aWaitingLink(mail = mailPasswordLink, at = new Date()) {
  const person = await aCustomer();
  let token = "";
  await run(
    system("account_mail"),
    async act => {
      await mail(act, person.email, "/");
      token = act.recorded[0]?.secrets.token ?? "";
    },
    at,
  );
  expect(token).toMatch(/^[\w-]{43}$/);
  const { id } = await db().delivery.findFirstOrThrow({
    where: { to: person.email },
    select: { id: true },
  });
  return { person, token, id };
}

describe("a code or a link in a mail", () => {
  it("can be read in the mail alone: not in its row while it waits, is tried again, or has left", async () => {
    const { id, token } = await aWaitingLink();
    expect(await textOf(id)).not.toContain(token);
    expect(await rowOf(id)).toMatchObject({ sealed: expect.any(String), facts: {} });
    server.refusal = later451;
    const again = await deliver(id);
    expect(await textOf(id)).not.toContain(token);
    expect(await rowOf(id)).toMatchObject({ state: "pending", sealed: expect.any(String), text: "" });
    server.refusal = null;
    await deliver(id, again ?? undefined);
    const [first, second] = server.tries;
    expect(decoded(first?.raw)).toContain(`/set-password/${token}`);
    expect(second).toEqual(first);
    expect(await rowOf(id)).toMatchObject({ state: "sent", sealed: null, html: "", text: "" });
  });

  it("is gone when the mail is given up, which then cannot be sent again", async () => {
    const { id } = await aWaitingLink();
    server.refusal = { responseCode: 550, message: "No such mailbox" };
    await deliver(id);
    expect(await rowOf(id)).toMatchObject({ state: "dead", sealed: null, html: "", text: "" });
    const admin = await anAdmin();
    expect((await readOutbox(admin, new Date())).dead.find(mail => mail.id === id)).toMatchObject({
      canRelease: false,
    });
    await expectRefusal(
      run(admin, act => releaseMail(act, id)),
      "conflict",
      /can ask for a new one/,
    );
  });

  it("is gone when it has run out, whether or not anybody tries to send it, and then is not sent", async () => {
    const at = new Date();
    const { id } = await aWaitingLink(mailPasswordLink, at);
    const { id: waiting } = await aWaitingLink(mailPasswordLink, at);
    const { id: fresh } = await aWaitingLink(mailPasswordLink, later(at, minutes(5)));
    await deliver(id, later(at, minutes(31)));
    await endExpiredMails(later(at, minutes(31)));
    for (const over of [id, waiting])
      expect(await rowOf(over)).toMatchObject({
        state: "cancelled",
        sealed: null,
        reason: "mail.reason.code_expired",
      });
    expect(await rowOf(fresh)).toMatchObject({ state: "pending", sealed: expect.any(String) });
    expect(server.tries).toEqual([]);
  });

  it("is not mailed once it opens nothing any more", async () => {
    const { id, token } = await aWaitingLink();
    await setByLink(token, "Harbour-lamp 27 quietly!");
    await deliver(id);
    expect(server.tries).toEqual([]);
    expect(await rowOf(id)).toMatchObject({
      state: "cancelled",
      sealed: null,
      reason: "mail.reason.nothing_left.code",
    });
  });

  it("cannot be moved into the mail of somebody else", async () => {
    const [mine, theirs] = [await aWaitingLink(mailLogInLink), await aWaitingLink(mailLogInLink)];
    const { sealed } = await rowOf(theirs.id);
    await db().delivery.updateMany({ where: { id: mine.id }, data: { sealed } });
    await deliver(mine.id);
    expect(server.tries).toEqual([]);
    expect(await rowOf(mine.id)).toMatchObject({
      state: "held",
      reason: expect.stringMatching(/^mail\.reason\.unrendered /),
    });
  });
});
