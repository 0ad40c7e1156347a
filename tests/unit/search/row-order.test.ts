import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRows } from "@/components/search/row-order";

const compare = (shown: string, now: string, edges = {}) => compareRows([...shown], [...now], edges);

describe("what of a list has changed", () => {
  it("are rows that left, rows that came, and as few as explain another order", () => {
    for (const [shown, now, expected] of [
      ["abc", "abc", { left: [], fresh: [], moved: 0 }],
      ["abc", "ac", { left: ["b"], fresh: [], moved: 0 }],
      ["abc", "xabc", { left: [], fresh: ["x"], moved: 0 }],
      ["abcd", "bcda", { left: [], fresh: [], moved: 1 }],
      ["abcd", "dxcb", { left: ["a"], fresh: ["x"], moved: 2 }],
      ["", "x", { left: [], fresh: ["x"], moved: 0 }],
      ["abc", "", { left: ["a", "b", "c"], fresh: [], moved: 0 }],
    ] as const)
      expect(compare(shown, now), `${shown} ${now}`).toEqual(expected);
  });

  it("is nothing that belongs to the page before or after", () => {
    expect(compare("abc", "xaybcz").fresh).toEqual(["x", "y", "z"]);
    expect(compare("abc", "xaybcz", { before: true }).fresh).toEqual(["y", "z"]);
    expect(compare("abc", "xaybcz", { after: true }).fresh).toEqual(["x", "y"]);
    expect(compare("abc", "xaybcz", { before: true, after: true }).fresh).toEqual(["y"]);
  });

  it("is no more than what there is, in whatever order it comes", () => {
    const lists = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { maxLength: 8 });
    fc.assert(
      fc.property(lists, lists, (shown, now) => {
        const { left, fresh, moved } = compareRows(shown, now, {});
        expect(left.length + fresh.length).toBe(
          new Set([...shown, ...now]).size - shown.filter(one => now.includes(one)).length,
        );
        expect(moved).toBeLessThanOrEqual(Math.max(0, shown.length - left.length - 1));
      }),
    );
  });
});
