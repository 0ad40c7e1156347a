import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldReply } from "@/lib/inbound/fold";

const quote = "> Hello Ada,\n>\n> is it out?\n> Sam";

describe("only what was written is kept", () => {
  it.each([
    [
      "Gmail, above",
      `Yes, thanks.\n\nOn Tue, 24 Nov 2026 at 10:00, Lodge <desk@lodge.test> wrote:\n\n${quote}\n`,
    ],
    [
      "Gmail, announced in two lines",
      `Yes, thanks.\n\nOn Tue, 24 Nov 2026 at 10:00, Lodge Service Desk\n<desk@lodge.test> wrote:\n\n${quote}`,
    ],
    [
      "Gmail, with a signature above the quote",
      `Yes, thanks.\n\n-- \nAda Byron\nAcme\n\nOn Tue, 24 Nov 2026 at 10:00, Lodge <desk@lodge.test> wrote:\n${quote}`,
    ],
    [
      "Apple Mail",
      `Yes, thanks.\n\nSent from my iPhone\n\n> On 24 Nov 2026, at 10:00, Lodge <desk@lodge.test> wrote:\n> \n> Is it out?`,
    ],
    [
      "Apple Mail, German",
      `Yes, thanks.\n\nVon meinem iPhone gesendet\n\n> Am 24.11.2026 um 10:00 schrieb Lodge <desk@lodge.test>:\n> \n> Hallo`,
    ],
    [
      "Outlook",
      "Yes, thanks.\r\n\r\n________________________________\r\nFrom: Lodge <desk@lodge.test>\r\nSent: Tuesday, 24 November 2026 10:00\r\nTo: Ada <ada@acme.test>\r\nSubject: [LDG-1] Hello\r\n\r\nIs it out?".replaceAll(
        "\r",
        "",
      ),
    ],
    [
      "Outlook without a line",
      "Yes, thanks.\n\nFrom: Lodge <desk@lodge.test>\nSent: Tuesday, 24 November 2026 10:00\nTo: Ada\nSubject: Hello\n\nIs it out?",
    ],
    [
      "Outlook, German",
      "Yes, thanks.\n\nVon: Lodge <desk@lodge.test>\nGesendet: Dienstag, 24. November 2026 10:00\nAn: Ada\nBetreff: Hello\n\nIs it out?",
    ],
    ["Outlook, old", "Yes, thanks.\n\n-----Original Message-----\nFrom: Lodge\nSent: Tuesday\n\nIs it out?"],
    [
      "Outlook for iOS",
      "Yes, thanks.\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: Lodge\nSent: Tuesday\nTo: Ada\n\nIs it out?",
    ],
    ["Thunderbird, below", `On 24/11/2026 10:00, Lodge wrote:\n${quote}\n\nYes, thanks.\n\n-- \nAda Byron\n`],
    ["French", `Yes, thanks.\n\nLe mar. 24 nov. 2026 à 10:00, Lodge <desk@lodge.test> a écrit :\n\n${quote}`],
    ["another language", `Yes, thanks.\n\n2026年11月24日(火) 10:00 Lodge <desk@lodge.test>:\n\n${quote}`],
    [
      "no quote marks",
      "Yes, thanks.\n\nOn Tue, 24 Nov 2026 at 10:00, Lodge wrote:\n\nHello Ada,\nis it out?",
    ],
    ["nothing to fold", "Yes, thanks."],
  ])("%s", (_, text) => {
    expect(foldReply(text)).toBe("Yes, thanks.");
  });
});

describe("what belongs to an answer stays", () => {
  it("the questions, where they are answered one by one", () => {
    const text = `On Tue, 24 Nov 2026 at 10:00, Lodge wrote:\n> Which one?\n\nThe red one.\n\n> Since when?\n\nMonday.\n\n> Regards\n> Sam`;
    expect(foldReply(text)).toBe("> Which one?\n\nThe red one.\n\n> Since when?\n\nMonday.");
  });

  it("paragraphs, lists, and lines that only look like heads of a mail", () => {
    const text = "Two things:\n\n- From: the left\n- a line\n\nI wrote: nothing.\n\nFrom: here on it burns";
    expect(foldReply(text)).toBe(text);
  });

  it("a very long line, whole", () => {
    const text = `${"word ".repeat(3_000)}end`;
    expect(foldReply(text)).toBe(text);
  });

  it("nothing, where nothing was written", () => {
    expect(foldReply(`\n\n${quote}\n\n-- \nAda`)).toBe("");
    expect(foldReply("")).toBe("");
  });
});

describe("any text", () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom("> x", "", "--", "On 1 Jan 2026 a wrote:", "From: a", "Sent: b", "To: c", "_".repeat(32)),
  );
  it("is folded to lines of its own, and folding again changes nothing of note", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), lines => {
        const folded = foldReply(lines.join("\n"));
        const own = new Set(
          lines
            .join("\n")
            .replaceAll("\u00a0", " ")
            .split("\n")
            .map(one => one.trim()),
        );
        for (const one of folded.split("\n")) expect(one.trim() === "" || own.has(one.trim())).toBe(true);
      }),
    );
  });

  it("is folded in no time, however it is made", () => {
    for (const evil of [
      "On 1 ".repeat(20_000),
      "> ".repeat(50_000),
      "\n".repeat(100_000),
      "From: a\n".repeat(12_000),
      "On 1 wrote\n".repeat(9_000),
    ]) {
      const start = process.cpuUsage();
      foldReply(evil);
      // Of this process's own work, in microseconds: what else the machine does counts for nothing.
      expect(process.cpuUsage(start).user).toBeLessThan(1_500_000);
    }
  });
});
