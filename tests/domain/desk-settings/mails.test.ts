import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db";
import { makeTestDatabase } from "../../support/databases";
import { setOnDesk } from "../../support/desk-settings";
import { aRequest, requesterOf } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { lastMailTo } from "../../support/sent-mails";
import { setSettings } from "../../support/settings";

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("signed_mails") });
});

it("mails have the desk's sender, name and footer from the moment they are set", async () => {
  await setOnDesk({
    deskName: "Harbour help",
    mailSender: "Harbour, help",
    mailFooter: "Harbour Ltd\n1 Quay Road, <b>Porto</b>",
  });
  const { email } = await requesterOf(await aRequest());
  const { html, text } = await lastMailTo(email);
  expect(text).toContain("Harbour Ltd\n");
  expect(text).toContain("1 Quay Road, <b>Porto</b>");
  expect(html).toContain("&lt;b&gt;Porto&lt;/b&gt;");
  expect(html).toContain("Harbour help");
  const sent = await db().delivery.findFirstOrThrow({ where: { to: email }, select: { from: true } });
  expect(sent.from).toBe('"Harbour, help" <desk@lodge.test>');
});

it("an announcement that would end before it begins is refused", async () => {
  const times = {
    announcementFrom: "2026-12-02T08:00:00.000Z",
    announcementUntil: "2026-12-01T08:00:00.000Z",
  };
  const told = await expectRefusal(setOnDesk({ announcement: "x", ...times }), "invalid");
  expect(Object.keys(told.fields)).toEqual(["announcementUntil"]);
});
