import { describe, expect, it } from "vitest";
import { codeInput } from "@/lib/accounts/input";
import { readNumber } from "@/lib/catalog/formats";
import { inLatinDigits } from "@/lib/text/digits";

describe("digits of other scripts", () => {
  it.each([
    ["١٢", "12"],
    ["۴۲", "42"],
    ["१२", "12"],
    ["１２", "12"],
    ["١٬٢٣٤٫٥", "1234.5"],
    ["LDG-١٠٤٢", "LDG-1042"],
    ["1,234.5 and no digit ½", "1,234.5 and no digit ½"],
  ])("are read as those that they stand for: %s", (typed, read) => {
    expect(inLatinDigits(typed)).toBe(read);
  });

  it("are taken for numbers in forms and for the code of an email", () => {
    expect(readNumber("١٢")).toBe(12);
    expect(readNumber("‎-٣٫٥‎")).toBe(-3.5);
    expect(readNumber("١٬٢٣٤")).toBe(1234);
    expect(codeInput.parse("٠١٢ ٣٤٥")).toBe("012345");
    expect(codeInput.safeParse("٠١٢").success).toBe(false);
  });
});
