import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { operator } from "@/lib/actor";
import { db } from "@/lib/db";
import { claimRequest } from "@/lib/desk/assignment";
import { deliver } from "@/lib/mail/deliver";
import { readMutePage } from "@/lib/notifications/mute-page";
import { readNotificationSettings } from "@/lib/notifications/muted";
import { muteToken, readLinkKey, readMuteToken } from "@/lib/rendering/mute-link";
import { muteByLink, muteRequest } from "@/lib/requests/mute";
import { aCustomer, anAgent, aRequest, moveTo, run } from "../../support/factories";
import { deliveriesOf, eventsOf, mailsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

const mute = (actor: Parameters<typeof run>[0], reference: string, muted = true) =>
  run(actor, act => muteRequest(act, { reference, muted }));

const kindsTo = async (reference: string, to: string) =>
  (await deliveriesOf(reference)).filter(mail => mail.to === to).map(({ kind }) => kind);

describe("“Don’t notify me”", () => {
  it("ends the mails about one request but for its end, which says why it comes all the same", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const other = await aRequest({ by: customer });
    await mute(customer, reference);
    await moveTo(agent, reference, "start");
    await moveTo(agent, other, "start");
    await moveTo(agent, reference, "resolve", { resolution: "done" });
    expect(await kindsTo(reference, customer.email)).toEqual(["request_received", "resolved"]);
    expect(await kindsTo(other, customer.email)).toEqual(["request_received", "status_changed"]);
    const end = (await mailsOf(reference)).at(-1);
    expect(end?.text.replace(/\s+/g, " ")).toContain("You turned off notifications for this request");
    expect(end?.text).toContain("Notify me again");
  });

  it("is taken back by the same switch; said twice it is said once", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    for (const muted of [true, true, false, false]) await mute(customer, reference, muted);
    const types = (await eventsOf(reference)).map(({ type }) => type);
    expect(types).toEqual(["request_submitted", "request_muted", "request_unmuted"]);
    await moveTo(agent, reference, "start");
    expect(await kindsTo(reference, customer.email)).toEqual(["request_received", "status_changed"]);
  });

  it("holds for mails that wait already", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    await moveTo(agent, reference, "start");
    await mute(customer, reference);
    const waiting = await db().delivery.findMany({
      where: { to: customer.email, kind: { in: ["status_changed", "request_received"] } },
      orderBy: { createdAt: "asc" },
      select: { id: true },
    });
    for (const { id } of waiting) await deliver(id);
    const states = await db().delivery.findMany({
      where: { to: customer.email },
      select: { state: true, reason: true },
    });
    expect(states).toEqual([
      { state: "cancelled", reason: "mail.reason.muted" },
      { state: "cancelled", reason: "mail.reason.muted" },
    ]);
  });

  it("is not for strangers, for whom there is nothing, nor for agents who do not take part", async () => {
    const reference = await aRequest();
    await expectRefusal(mute(await aCustomer(), reference), "not_found");
    await expectRefusal(mute(await anAgent(), reference), "forbidden");
    expect((await eventsOf(reference)).map(({ type }) => type)).toEqual(["request_submitted"]);
  });

  it("stands in a person's settings, and nobody else's", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    await mute(customer, reference);
    expect((await readNotificationSettings(customer)).muted.map(row => row.reference)).toEqual([reference]);
    expect((await readNotificationSettings(await aCustomer())).muted).toEqual([]);
  });
});

describe("the link in a mail's footer", () => {
  type Link = { requestId: string; personId: string };
  const pageToken = async (link: Link) => muteToken(await readLinkKey(), "page", link);
  const oneClickToken = async (link: Link) => muteToken(await readLinkKey(), "one_click", link);
  const linkOf = async (reference: string, personId: string) => ({
    requestId: (await rowOf(reference)).id,
    personId,
  });

  it("stands in every mail to the customer, with the header for mail programs, and in no mail to agents", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    await run(agent, act => claimRequest(act, { reference }));
    await moveTo(agent, reference, "ask", { body: "Which one?" });
    await moveTo(customer, reference, "respond", { body: "The red one." });
    const link = await linkOf(reference, customer.id);
    const [seen, oneClick] = [await pageToken(link), await oneClickToken(link)];
    const mails = await mailsOf(reference);
    expect(mails).toHaveLength(3);
    for (const { to, text, html, headers } of mails) {
      const isToCustomer = to === customer.email;
      expect(text.includes(`/mute/${seen}`)).toBe(isToCustomer);
      expect(headers).toMatchObject(
        isToCustomer
          ? {
              "List-Unsubscribe": `<http://localhost:3000/api/mute/${oneClick}>`,
              "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            }
          : {},
      );
      // What acts at once is for the mail program alone.
      expect(text + html).not.toContain(oneClick);
      expect("List-Unsubscribe" in headers).toBe(isToCustomer);
    }
  });

  it("mutes for whom it was written, and for nobody else", async () => {
    const [one, other] = [await aCustomer(), await aCustomer()];
    const reference = await aRequest({ by: one });
    await aRequest({ by: other });
    const link = await linkOf(reference, one.id);
    expect(await readMuteToken("page", await pageToken(link))).toEqual(link);
    expect(await readMuteToken("one_click", await oneClickToken(link))).toEqual(link);
    await run(operator, act => muteByLink(act, link, true));
    expect(await readMutePage(await pageToken(link))).toEqual({
      reference,
      address: `${one.email[0]}…@${one.email.split("@")[1]}`,
      isMuted: true,
      isMember: true,
      isManager: false,
    });
    await expectRefusal(
      run(operator, act => muteByLink(act, { ...link, personId: other.id }, true)),
      "not_found",
    );
  });

  it("tells nothing to whoever has forged, cut or bent one", async () => {
    const customer = await aCustomer();
    const link = await linkOf(await aRequest({ by: customer }), customer.id);
    const token = await pageToken(link);
    const other = await pageToken({ ...link, personId: randomUUID() });
    const forged = [
      "",
      "x",
      token.slice(0, -1),
      `${token}a`,
      token.toUpperCase(),
      `${other.split(".").slice(0, 2).join(".")}.${token.split(".")[2]}`,
      `${token.split(".").slice(0, 2).join(".")}.${"A".repeat(43)}`,
    ];
    for (const wrong of forged) {
      expect(await readMuteToken("page", wrong)).toBeNull();
      expect(await readMuteToken("one_click", wrong)).toBeNull();
      expect(await readMutePage(wrong)).toBeNull();
    }
  });
});
