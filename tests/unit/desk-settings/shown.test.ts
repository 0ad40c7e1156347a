import { describe, expect, it } from "vitest";
import { settingInputs } from "@/lib/desk-settings/input";
import { partsOf, senderOf } from "@/lib/desk-settings/sender";
import { announcementAt } from "@/lib/desk-settings/shown";
import { announcementForm } from "@/lib/entry/setting-forms";
import type { DeskSettings } from "@/lib/settings";

describe("an announcement", () => {
  const announced = {
    announcement: "We move on Sunday.",
    announcementFrom: "2026-12-01T08:00:00.000Z",
    announcementUntil: "2026-12-02T08:00:00.000Z",
  };
  it.each([
    ["2026-12-01T07:59:59.999Z", false],
    ["2026-12-01T08:00:00.000Z", true],
    ["2026-12-02T07:59:59.999Z", true],
    ["2026-12-02T08:00:00.000Z", false],
  ])("is shown in its time alone: at %s %s", (at, isShown) => {
    expect(announcementAt(announced, new Date(at))).toBe(isShown ? announced.announcement : null);
  });

  it("is shown at once and until it is removed where it has no times, and never without words", () => {
    const always = { ...announced, announcementFrom: "", announcementUntil: "" };
    expect(announcementAt(always, new Date(0))).toBe(announced.announcement);
    expect(announcementAt({ ...always, announcement: "" }, new Date(0))).toBeNull();
  });

  it("has the times of its sender's clocks", async () => {
    const form = await announcementForm(new FormData(), {} as DeskSettings, { timeZone: "Europe/Berlin" });
    const was = { announcement: '""', announcementFrom: '""', announcementUntil: '""' };
    const read = (announcementFrom: string) => form.safeParse({ announcement: "x", announcementFrom, was });
    expect(read("2026-12-01T09:00").data?.values.announcementFrom).toBe("2026-12-01T08:00:00.000Z");
    expect(read("").data?.values.announcementFrom).toBe("");
    for (const wrong of ["tomorrow", "2026-13-01T09:00", "2026-12-01T25:00", "2026-12-01"])
      expect(read(wrong).error?.issues[0]?.message, wrong).toBe("settings.moment.misfit");
  });
});

describe("a link of the footer", () => {
  it.each([
    "",
    "https://example.org/imprint",
    "http://intranet/privacy?lang=en#top",
    "mailto:privacy@example.org",
  ])("can be “%s”", address => {
    expect(settingInputs.imprintLink.safeParse(address).data).toBe(address);
  });

  it.each([
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "data:text/html,x",
    "//example.org",
    "example.org",
    "https://",
    "https://user:secret@example.org",
    "https://example.org/a b",
    "mailto:nobody",
    "mailto:a@example.org?bcc=b@example.org",
    "ftp://example.org",
  ])("cannot be “%s”", address => {
    expect(settingInputs.privacyLink.safeParse(address).success).toBe(false);
  });
});

describe("the sender of mails", () => {
  it("has the desk's own name for it, at the address of the environment", () => {
    const sender = (mailFrom: string, mailSender: string) =>
      senderOf(mailFrom, { mailSender, deskName: "Cycles" });
    expect(sender("Lodge <desk@lodge.test>", "")).toBe("Lodge <desk@lodge.test>");
    expect(sender("Lodge <desk@lodge.test>", "Harbour, help")).toBe('"Harbour, help" <desk@lodge.test>');
    expect(sender("desk@lodge.test", "Harbour")).toBe('"Harbour" <desk@lodge.test>');
    expect(partsOf('"Lodge" <desk@lodge.test>')).toEqual({ name: "Lodge", address: "desk@lodge.test" });
  });

  it("is called what the desk is where neither says a name, without what an address cannot have", () => {
    const sender = (deskName: string) => senderOf("desk@lodge.test", { mailSender: "", deskName });
    expect(sender("Spoke & Co")).toBe('"Spoke & Co" <desk@lodge.test>');
    expect(sender('The "Spoke" <evil@x.test>\n\\')).toBe('"The Spoke evil x.test" <desk@lodge.test>');
  });

  it.each(['Harbour" <evil@x.test>', "Harbour\nBcc: x", "desk@x.test", "a\\b"])("cannot be “%s”", name => {
    expect(settingInputs.mailSender.safeParse(name).success).toBe(false);
  });
});
