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

  it("in Arabic figures in groups, such as a telephone number, which it would put in order from the right", () => {
    expect(ar("sharing.addresses.wrong", { address: "+49 221 1234" })).toContain(
      `«${begin}+49 221 1234${end}»`,
    );
    expect(ar("validation.answer.date", { example: "2026-11-27" })).toContain(`${begin}2026-11-27${end}`);
    expect(ar("validation.answer.number.ambiguous", { whole: "1,000", fraction: "1.5" })).not.toContain(
      begin,
    );
    expect(ar("mails.link.lasts", { time: "27 نوفمبر 2026 في 7:05 ص" })).not.toContain(begin);
    expect(translatorOf("de")("validation.answer.date", { example: "2026-11-27" })).not.toContain(begin);
  });

  it("and each of several names, with the comma of the language between them", () => {
    const params = { names: { names: ["Ada", "ليلى", "Bo"] } };
    const said = say(ar, { code: "refusals.audience.unknown.field", params });
    expect(said).toContain(`\u200f${begin}Ada${end}، ليلى، ${begin}Bo${end}`);
    expect(say(translatorOf("en"), { code: "refusals.audience.unknown.field", params })).toContain(
      `Ada, ${begin}ليلى${end}, Bo`,
    );
    expect(
      say(translatorOf("de"), {
        code: "refusals.audience.unknown.field",
        params: { names: { names: ["Ada", "Bo"] } },
      }),
    ).toContain("Ada, Bo");
  });

  it("but no sentence that keeps the foreign words in it apart by itself, which would lose its own direction", () => {
    const one = ar("mails.written.file", { name: "a.png", size: "1 كيلوبايت" });
    const both = ar("sharing.addresses.both", { first: one, second: one });
    expect(ar("sharing.addresses.both", { first: both, second: one })).toBe(`${one} ${one} ${one}`);
    expect(ar("sharing.addresses.both", { first: "name@example.org عنوان", second: "ب" })).toContain(begin);
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
