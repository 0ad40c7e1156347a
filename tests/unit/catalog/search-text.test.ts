import { expect, it } from "vitest";
import type { Answers, Field, FieldKind } from "@/lib/catalog/fields";
import { searchTextOf } from "@/lib/catalog/search-text";

const options = [
  { value: "way_around", label: "There is a way around" },
  { value: "no_way", label: "Nobody can work" },
];
const field = (kind: FieldKind, extra = {}) => ({ key: kind, label: kind, kind, ...extra }) as Field;

const known: [FieldKind, Answers[string], string][] = [
  ["text", "one line", "one line"],
  ["long_text", "two\nlines", "two\nlines"],
  ["number", "42", "42"],
  ["date", "2026-03-01", "2026-03-01"],
  ["date_time", "2026-03-01T09:30[America/New_York]", "2026-03-01 09:30 New York"],
  ["email", "a@b.test", "a@b.test"],
  ["url", "https://a.test/x", "https://a.test/x"],
  ["phone", "+49 30 1", "+49 30 1"],
  ["single_choice", "no_way", "Nobody can work"],
  ["multiple_choice", ["way_around", "gone"], "There is a way around\ngone"],
  ["checkbox", "yes", ""],
  ["file", [{ id: "1", name: "log.txt", size: 3, type: "text/plain" }] as never, "log.txt"],
];

it.each(known)(
  "the answer to a field of the kind %s is found by what the customer reads",
  (kind, answer, text) => {
    expect(searchTextOf([field(kind, { options })], { [kind]: answer })).toBe(text);
  },
);

it("answers are searched in the order of the form, and what is not asked is not searched", () => {
  const fields = [field("text"), field("number"), field("date")];
  expect(searchTextOf(fields, { date: "2026-03-01", text: "first", other: "not asked" })).toBe(
    "first\n2026-03-01",
  );
});

it("a time without a zone is found by its day and hour, and what is no time as it is", () => {
  const fields = [field("date_time")];
  expect(searchTextOf(fields, { date_time: "2026-03-01T09:30" })).toBe("2026-03-01 09:30");
  expect(searchTextOf(fields, { date_time: "soon" })).toBe("soon");
});
