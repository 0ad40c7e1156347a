import { describe, expect, it } from "vitest";
import { say } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";

const [begin, end] = ["\u2068", "\u2069"];
const ar = translatorOf("ar");

describe("what a text is filled with keeps its direction to itself", () => {
  it("in Arabic a Latin name or address, so that it pulls no number or comma to its other side", () => {
    expect(ar("mails.written.file", { name: "bild.png", size: "26 كيلوبايت" })).toBe(
      `${begin}bild.png${end} (26 كيلوبايت)`,
    );
    expect(ar("sharing.addresses.wrong", { address: "keine" })).toContain(`«${begin}keine${end}»`);
    expect(ar("mails.hello", { name: "ليلى" })).toBe("مرحبًا ليلى،");
  });

  it("in German or English an Arabic one", () => {
    expect(translatorOf("de")("mails.hello", { name: "ليلى" })).toBe(`Guten Tag ${begin}ليلى${end},`);
    expect(translatorOf("de")("mails.hello", { name: "Jörg" })).toBe("Guten Tag Jörg,");
    expect(translatorOf("en")("mails.hello", { name: "Σοφία" })).toBe("Hello Σοφία,");
  });

  it("but not what chooses among texts, nor what stands alone", () => {
    expect(ar("mail.sending_as", { from: "ليلى", transport: "smtp" })).toBe("الإرسال من ليلى عبر SMTP");
    expect(ar("accounts.profile.time_zone.region", { region: "Europe" })).toBe("أوروبا");
    expect(ar("mail.answer", { answer: "550 No such user" })).toBe("550 No such user");
    expect(say(ar, { code: "validation.answer.own_words", params: { text: "INV-1" } })).toBe("INV-1");
  });

  it("and from right to left also what only a browser knows", () => {
    expect(ar.template("browser.files.attached")).toBe(`أُرفق ${begin}{name}${end}.`);
    expect(translatorOf("de").template("browser.files.attached")).toBe("{name} ist angehängt.");
  });
});
