import { describe, expect, it } from "vitest";
import { carryOver } from "@/lib/catalog/carry-over";
import type { Field } from "@/lib/catalog/fields";

const choice = (...values: string[]) => values.map(value => ({ value, label: value.toUpperCase() }));
const from: Field[] = [
  { key: "details", kind: "long_text", label: "What happened?" },
  { key: "when", kind: "date", label: "When?" },
  { key: "impact", kind: "single_choice", label: "How bad?", options: choice("all", "one") },
  { key: "where", kind: "multiple_choice", label: "Where?", options: choice("here", "there") },
  { key: "who", kind: "text", label: "Who?" },
];
const to: Field[] = [
  { key: "details", kind: "long_text", label: "How can we help?", maxLength: 3 },
  { key: "when", kind: "date_time", label: "When exactly?" },
  { key: "impact", kind: "single_choice", label: "How bad?", options: choice("all", "some") },
  { key: "where", kind: "multiple_choice", label: "Where?", options: choice("here") },
];

describe("what another form takes of the answers", () => {
  it("is what answers the same question: by its key and kind, with choices that are there too", () => {
    const answers = {
      details: "It broke.",
      when: "2026-12-01",
      impact: "all",
      where: ["here"],
      who: "Lena",
    };
    expect(carryOver(from, answers, to)).toEqual({
      carried: { details: "It broke.", impact: "all", where: ["here"] },
      left: { when: "2026-12-01", who: "Lena" },
    });
    expect(carryOver(from, { impact: "one", where: ["here", "there"] }, to)).toEqual({
      carried: {},
      left: { impact: "one", where: ["here", "there"] },
    });
  });

  it("is nothing of no answers, and all of them for the same form", () => {
    expect(carryOver(from, {}, to)).toEqual({ carried: {}, left: {} });
    expect(carryOver(from, { who: "Lena" }, from)).toEqual({ carried: { who: "Lena" }, left: {} });
  });
});
