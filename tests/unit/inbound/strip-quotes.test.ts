import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deskMarks } from "@/lib/inbound/desk-marks";
import type { DeskMarks } from "@/lib/inbound/quote-leads";
import { stripQuotes } from "@/lib/inbound/strip-quotes";
import { lodge } from "../../support/lodge";
import { costRatio } from "../../support/work";
import { inAppleMail } from "./replies/apple-mail";
import { inGmail } from "./replies/gmail";
import { inOthers } from "./replies/others";
import { inOutlook } from "./replies/outlook";
import { within } from "./replies/within";

const below = [...inGmail, ...inAppleMail, ...inOutlook, ...inOthers];

const marks: DeskMarks = {
  addresses: ["desk@lodge.test", "@reply.lodge.test"],
  names: ["Lodge", "IT"],
  url: "https://desk.lodge.test",
  prefixes: ["LDG"],
  footers: deskMarks(lodge).footers,
};
const strip = (text: string) => stripQuotes(text, marks);

describe("of a reply only what was written is kept", () => {
  it.each(below)("%s", (_, reply, rest) => {
    expect(strip(reply + rest)).toEqual({ words: reply, isShortened: true });
  });

  it.each(below)("%s, with several paragraphs and lists", (_, reply, rest) => {
    const words = `Hello Sam,\n\n${reply}\n\n1. at 10:15: it jams\n2. desk@lodge.test: no answer\n\nAda`;
    expect(strip(words + rest).words).toBe(words);
  });

  it.each(below)("%s, with an answer below the quote of the desk's own mail", (_, reply, rest) => {
    const answer = "One more thing, which is that the tray is empty.";
    // Where the quote shows no end, nobody can tell what is below it; then it stays with the mail.
    const showsEnd = /desk\.lodge\.test/.test(rest) || /^>/m.test(rest);
    const { words, isShortened } = strip(`${reply}${rest.replace(/\n\n-- \nAda Byron$/, "")}\n\n${answer}`);
    expect(words.startsWith(reply)).toBe(true);
    expect(isShortened).toBe(true);
    if (showsEnd) expect(words.endsWith(answer)).toBe(true);
  });
});

it.each([...marks.footers, "DON'T NOTIFY ME ABOUT THIS REQUEST", "A reply to this mail reaches us, too."])(
  "the desk's own mail ends at its footer: %s",
  footer => {
    const quoted = `On Tue, 24 Nov 2026 at 10:00, Lodge <desk@lodge.test> wrote:\n\nWhich one?\n\n${footer}`;
    expect(strip(`The red one.\n\n${quoted}\n\nIts tray is empty.`).words).toBe(
      "The red one.\n\nIts tray is empty.",
    );
  },
);

describe("what belongs to an answer stays", () => {
  it.each(within)("%s", (_, text, words) => {
    expect(strip(text).words).toBe(words);
  });

  it("all of a mail that its subject says was forwarded, but for marked quotes and the signature", () => {
    const text =
      "Please look.\n\nFrom: Bob <bob@acme.test>\nSent: Tuesday, 24 November 2026 10:00\nTo: Lodge <desk@lodge.test>\nSubject: Jam\n\nIt jams.";
    expect(strip(text).words).toBe("Please look.");
    expect(stripQuotes(text, marks, true)).toEqual({ words: text, isShortened: false });
  });
});

describe("any text", () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "> x",
      "",
      "--",
      "-- ",
      "On 1 Jan 2026 a wrote:",
      "On 1 Jan 2026 Lodge <desk@lodge.test> wrote:",
      "From: desk@lodge.test",
      "Sent: 10:00",
      "To: c",
      "_".repeat(32),
      "Sent from my iPhone",
      "https://desk.lodge.test",
    ),
  );

  it("is shortened to lines of its own, in their order, and says so where anything was left out", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), lines => {
        const text = lines.join("\n").replaceAll("\u00a0", " ");
        const { words, isShortened } = strip(text);
        const left = text.split("\n").map(one => one.trimEnd());
        for (const one of words.split("\n").filter(one => one.trim() !== "")) {
          const at = left.indexOf(one.trimEnd());
          expect(at).toBeGreaterThanOrEqual(0);
          left.splice(0, at + 1);
        }
        const letters = (some: string) => some.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
        expect(isShortened).toBe(letters(words) < letters(text));
      }),
    );
  });

  const size = 100_000;
  const evils: [string, string][] = [
    ["starts of announcements", "On 1 Jan 2026 desk@lodge.test wrote"],
    ["announcements", "On 1 Jan 2026 at 10:00, Lodge <desk@lodge.test> wrote:\n"],
    ["broken announcements", "On 1 Jan 2026 at 10:00\nLodge\n<desk@lodge.test> wrote:\nx\n"],
    ["marks of quotes", "> "],
    ["quotes and answers", "> a\nb\n"],
    ["empty lines", "\n"],
    ["heads", "From: desk@lodge.test 10:00\n"],
    ["labels", "a: b\n"],
    ["signatures", "-- \n"],
    ["dashes", "-"],
    ["lines of dashes", "-----\n"],
    ["dividers", "-----Original Message-----\n"],
    ["angle brackets", "<"],
    ["addresses", "<a@"],
    ["footers", "https://desk.lodge.test\n"],
    [
      "announcements and footers",
      "On 1 Jan 2026 at 10:00, Lodge <desk@lodge.test> wrote:\nhttps://desk.lodge.test\n",
    ],
    ["device lines", "Sent from my iPhone\n\n"],
    ["spaces", " "],
    ["colons", ":\n"],
  ];
  it.each(evils)("costs no more than an ordinary one of its length, many times over: %s", (_, piece) => {
    const ordinary = fill(`${below[0]?.[1]}${below[0]?.[2]}\n\nI say it again.\n\n`);
    const evil = fill(piece);
    expect(
      costRatio(
        () => strip(evil),
        () => strip(ordinary),
      ),
    ).toBeLessThan(40);
  });

  const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
});
