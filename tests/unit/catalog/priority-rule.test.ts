import { describe, expect, it } from "vitest";
import type { Field } from "@/lib/catalog/fields";
import { type PriorityRule, priorityByRule, priorityRuleFor } from "@/lib/catalog/priority-rule";

const options = [
  { value: "all", label: "Everybody" },
  { value: "one", label: "Only me" },
];
const fields: Field[] = [
  { key: "reach", kind: "single_choice", label: "Who is affected?", options },
  { key: "where", kind: "multiple_choice", label: "Where?", options },
  { key: "details", kind: "long_text", label: "What?" },
];
const rule: PriorityRule = { field: "reach", priorities: { all: "urgent" } };

describe("the rule of a form's priority", () => {
  it("gives an answer its priority, and normal to others and to none", () => {
    expect(priorityByRule(rule, { reach: "all" })).toBe("urgent");
    expect(priorityByRule(rule, { reach: "one" })).toBe("normal");
    expect(priorityByRule(rule, { where: ["all"] })).toBe("normal");
    expect(priorityByRule(rule, { reach: "constructor" })).toBe("normal");
    expect(priorityByRule(null, { reach: "all" })).toBe("normal");
  });

  it("is of a single choice of the form, and of answers that it offers", () => {
    expect(priorityRuleFor(fields, rule)).toEqual(rule);
    for (const misfit of [
      { ...rule, field: "gone" },
      { ...rule, field: "where" },
      { ...rule, field: "details" },
      { ...rule, priorities: { none: "low" as const } },
      { ...rule, priorities: { all: "highest" as never } },
    ])
      expect(() => priorityRuleFor(fields, misfit)).toThrow();
  });
});
