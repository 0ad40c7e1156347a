import { describe, expect, it } from "vitest";
import {
  fillPlaceholders,
  firstNameOf,
  missingIn,
  type PlaceholderValues,
  placeholders,
  placeholdersIn,
} from "@/lib/canned-replies/placeholders";
import { slugFor } from "@/lib/canned-replies/slug";
import { translatorOf } from "@/lib/messages/translate";

const values: PlaceholderValues = {
  "customer.name": "Ada Okafor",
  "customer.first_name": null,
  "request.reference": "LDG-1042",
  "request.summary": "Where is {{agent.name}}? $& $1",
  "request.link": "https://desk.test/requests/LDG-1042",
  "agent.name": "Minh Tran",
  "desk.name": "Lodge",
};

describe("placeholders", () => {
  it("are filled in, also with spaces in the braces", () => {
    expect(
      fillPlaceholders("Dear {{customer.name}}, {{ request.reference }}: {{request.link}}", values),
    ).toBe("Dear Ada Okafor, LDG-1042: https://desk.test/requests/LDG-1042");
  });

  it("repeat what people typed character for character, and fill in nothing inside of it", () => {
    expect(fillPlaceholders("{{request.summary}}", values)).toBe("Where is {{agent.name}}? $& $1");
  });

  it("stay as they are where they have no value or are unknown, and are named", () => {
    const text = "Hello {{customer.first_name}} {{customer.nmae}} {{agent.name}} {{customer.nmae}}";
    expect(fillPlaceholders(text, values)).toBe(
      "Hello {{customer.first_name}} {{customer.nmae}} Minh Tran {{customer.nmae}}",
    );
    expect(missingIn(text, values)).toEqual(["customer.first_name", "customer.nmae"]);
  });

  it.each([
    "style={{ color: 1 }}",
    "{{}}",
    "{ {customer.name} }",
    "{customer.name}",
    `{{${"a".repeat(61)}}}`,
  ])("are not any braces: %s", text => {
    expect(placeholdersIn(text)).toEqual([]);
    expect(fillPlaceholders(text, values)).toBe(text);
  });

  it("are each explained", () => {
    const t = translatorOf("en");
    for (const name of placeholders) expect(t.has(`canned_replies.placeholder.${name}`)).toBe(true);
  });
});

it.each([
  ["Ada Okafor", "Ada"],
  ["  Zoë  ", "Zoë"],
  ["Anne-Marie O’Neill", "Anne-Marie"],
  ["王 小明", "王"],
  ["J. Okafor", null],
  ["Dr. Okafor", null],
  ["ada@people.test", null],
  ["3M", null],
  ["", null],
])("the first name of “%s” is %s", (name, first) => expect(firstNameOf(name)).toBe(first));

it.each([
  ["Refund on its way", [], "refund-on-its-way"],
  ["Crème brûlée!", [], "creme-brulee"],
  ["Refund", ["refund", "refund-2"], "refund-3"],
  ["New", [], "new-2"],
  ["退款", ["reply"], "reply-2"],
  [`${"a".repeat(49)} b`, [], "a".repeat(49)],
])("the slug of “%s” beside %j is %s", (name, taken, slug) => expect(slugFor(name, taken)).toBe(slug));
