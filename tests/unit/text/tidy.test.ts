import { describe, expect, it } from "vitest";
import { noteInput } from "@/lib/desk/input";
import { addressesInput } from "@/lib/entry/addresses";
import { sayIssue } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { commentInput, summaryInput } from "@/lib/requests/input";
import { wordsOfAddresses } from "@/lib/text/email-address";
import { isUnseen, tidyLines } from "@/lib/text/tidy";
import { hrefOf } from "@/lib/text/web-address";

const t = translatorOf("en");
const unseen = [
  "",
  " ",
  "\u200b\u200b\u200b",
  "\u2060",
  "\ufeff",
  "\u00ad",
  "\u2800",
  "\u3164",
  "\t\r\n",
  "\u0001",
];

describe("what cannot be seen", () => {
  it.each(unseen)("is nothing: %j", text => {
    expect(isUnseen(text)).toBe(true);
    expect(summaryInput.safeParse(text).success).toBe(false);
    expect(commentInput.safeParse({ reference: "LDG-1", body: text }).error?.issues[0]?.path).toEqual([
      "body",
    ]);
    expect(noteInput.safeParse({ reference: "LDG-1", body: text }).success).toBe(false);
  });

  it.each(["a", "<br>", ">", "علی\u200cرضا", "👩\u200d🚀"])("is something else than: %j", text =>
    expect(isUnseen(text)).toBe(false),
  );
});

describe("lines that were typed", () => {
  it("keep their indents, blanks and empty lines; only empty lines around them go", () => {
    expect(tidyLines("\r\n  \r\n    at x\r\n\r\n\tat y  \r\nz \n\n")).toBe("    at x\n\n\tat y  \nz");
  });

  it("count as the writer counts them, one for each line end", () => {
    const body = "x\r\n".repeat(9_999);
    expect(commentInput.parse({ reference: "LDG-1", body }).body).toHaveLength(19_997);
  });

  it("are never cut: too many are refused with how many there are", () => {
    const result = commentInput.safeParse({ reference: "LDG-1", body: "x".repeat(40_379) });
    const issues = result.error?.issues ?? [];
    expect(issues.map(({ path }) => path)).toEqual([["body"]]);
    expect(issues.map(issue => sayIssue(t, issue))).toEqual([
      expect.stringContaining("it has 40,379, which is 20,379 too many"),
    ]);
  });
});

describe("addresses as they are copied", () => {
  it.each([
    ["mailto:bob@example.org", ["bob@example.org"]],
    ["bob@example.org.", ["bob@example.org"]],
    ["a@x.test; b@x.test, c@x.test\nd@x.test", ["a@x.test", "b@x.test", "c@x.test", "d@x.test"]],
    ["Bob Jones <bob@x.test>, <ann@x.test>;", ["bob@x.test", "ann@x.test"]],
    ['"Jones, Bob" <bob@x.test>', ["bob@x.test"]],
    ["info@müller.example", ["info@xn--mller-kva.example"]],
    ["jörg@example.org", ["jörg@example.org"]],
  ])("are read: %j", (typed, read) => expect(addressesInput.parse(typed)).toEqual(read));

  it.each(["bob", "bob, Ann <ann@x.test>", "Bob Jones bob@x.test", "bob@"])(
    "are asked about again: %j",
    typed => {
      const [issue] = addressesInput.safeParse(typed).error?.issues ?? [];
      expect(issue && sayIssue(translatorOf("en"), issue)).toMatch(/is not an email address/);
    },
  );

  it("leave no word out without saying so", () => {
    expect(wordsOfAddresses("bob, Ann <ann@x.test>")).toEqual(["bob", "ann@x.test"]);
  });
});

describe("an address of the web", () => {
  it.each([
    ["www.example.org/a", "https://www.example.org/a"],
    ["example.org", "https://example.org"],
    ["http://localhost:3000", "http://localhost:3000"],
    ["javascript:alert(1)", null],
    ["mailto:a@b.test", null],
    ["bob@example.org", null],
    ["two words.org", null],
    ["hello", null],
  ])("leads to what was meant: %s", (typed, href) => expect(hrefOf(typed)).toBe(href));
});
