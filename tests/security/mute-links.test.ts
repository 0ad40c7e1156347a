import { describe, expect, it, vi } from "vitest";
import { sign } from "@/lib/crypto";
import { db } from "@/lib/db";
import { askToMute, muteAtOnce } from "@/lib/entry/one-click";
import { readMutePage } from "@/lib/notifications/mute-page";
import { muteToken, readLinkKey, readMuteToken } from "@/lib/rendering/mute-link";
import { aCustomer, aRequest } from "../support/factories";
import { rowOf } from "../support/records";
import { setSettings } from "../support/settings";

async function aCase() {
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  const link = { requestId: (await rowOf(reference)).id, personId: customer.id };
  const key = await readLinkKey();
  const ids = `${link.requestId}.${link.personId}`;
  return {
    reference,
    customer,
    link,
    seen: muteToken(key, "page", link),
    oneClick: muteToken(key, "one_click", link),
    ofOldMail: `${ids}.${sign("mute", ids)}`,
    isMuted: async () =>
      (
        await db().member.findUniqueOrThrow({
          where: { requestId_personId: link },
          select: { mutedAt: true },
        })
      ).mutedAt !== null,
  };
}

const post = (token: string, body = "List-Unsubscribe=One-Click") =>
  muteAtOnce(
    new Request(`http://localhost:3000/api/mute/${token}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body,
    }),
    token,
  );

describe("somebody who finds a mute link in a mail", () => {
  it("cannot act by it at once: the address for mail programs takes another token", async () => {
    const { seen, isMuted } = await aCase();
    const answer = await post(seen);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/mute/${seen}`);
    expect(await isMuted()).toBe(false);
    expect(await readMuteToken("one_click", seen)).toBeNull();
  });

  it("is told half of whose address it is, and of which request", async () => {
    const { seen, reference, customer } = await aCase();
    const page = await readMutePage(seen);
    expect(page).toMatchObject({ reference, isMuted: false });
    expect(page?.address).toMatch(/^.…@/);
    expect(JSON.stringify(page)).not.toContain(customer.email);
    expect(JSON.stringify(page)).not.toContain(customer.name);
  });

  it("changes nothing by opening it", async () => {
    const { seen, oneClick, isMuted } = await aCase();
    for (const token of [seen, oneClick]) {
      const answer = await askToMute(token);
      expect(answer.status).toBe(303);
      // What acts at once does not show up in an address that people see.
      expect(answer.headers.get("location")).toBe(`/mute/${seen}`);
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    }
    expect(await isMuted()).toBe(false);
  });
});

describe("the one click of a mail program", () => {
  it("mutes at once, and says the same when it comes again", async () => {
    const { oneClick, isMuted } = await aCase();
    expect((await post(oneClick)).status).toBe(200);
    expect((await post(oneClick)).status).toBe(200);
    expect(await isMuted()).toBe(true);
  });

  it("is refused without its words, and with the token of somebody else or of nobody", async () => {
    const { oneClick, link, isMuted } = await aCase();
    const other = await aCase();
    expect((await post(oneClick, "hello=there")).status).toBe(400);
    const mixed = `${link.requestId}.${link.personId}.${other.oneClick.split(".")[2]}`;
    expect((await post(mixed)).status).toBe(404);
    expect((await post("x")).status).toBe(404);
    expect(await isMuted()).toBe(false);
  });
});

describe("links in mails of earlier releases", () => {
  it("show the page that asks, and act by themselves no more", async () => {
    const { ofOldMail, reference, isMuted } = await aCase();
    expect(await readMutePage(ofOldMail)).toMatchObject({ reference });
    expect((await post(ofOldMail)).status).toBe(303);
    expect(await isMuted()).toBe(false);
  });
});

it("links outlive a change of NEXTAUTH_SECRET, unlike those of earlier releases", async () => {
  const { seen, oneClick, ofOldMail, link } = await aCase();
  setSettings({ NEXTAUTH_SECRET: "another-value-of-more-than-32-letters" });
  vi.resetModules();
  const restarted = await import("@/lib/rendering/mute-link");
  expect(await restarted.readMuteToken("page", ofOldMail)).toBeNull();
  expect(await restarted.readMuteToken("page", seen)).toEqual(link);
  expect(await restarted.readMuteToken("one_click", oneClick)).toEqual(link);
});
