import { describe, expect, it } from "vitest";
import { answersSchema } from "@/lib/catalog/answers";
import { describeAnswers, sayAnswer } from "@/lib/catalog/describe";
import { type Field, formDefinition } from "@/lib/catalog/fields";
import { sayIssue } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { costRatio } from "../../support/work";

const options = [
  { value: "a", label: "Apple" },
  { value: "b", label: "Pear" },
];

const t = translatorOf("en");

function problemsOf(fields: Field[], posted: Record<string, unknown>): Record<string, string> {
  const issues = answersSchema(fields).safeParse(posted).error?.issues ?? [];
  return Object.fromEntries(issues.map(issue => [issue.path.join("."), sayIssue(t, issue)]));
}

const one = (field: Partial<Field> & { kind: Field["kind"] }) => [
  { key: "it", label: "It", ...field } as Field,
];

describe("each kind of question", () => {
  it.each<[Parameters<typeof one>[0], string | string[]]>([
    [{ kind: "text" }, "hello"],
    [{ kind: "text", pattern: "INV-[0-9]+" }, "INV-12"],
    [{ kind: "long_text" }, "two\nlines"],
    [{ kind: "number" }, "-3,5"],
    [{ kind: "number", min: 1, max: 3, whole: true }, "3"],
    [{ kind: "date" }, "2028-02-29"],
    [{ kind: "date_time" }, "2026-11-23T09:30"],
    [{ kind: "email" }, "ada@acme.test"],
    [{ kind: "url" }, "https://acme.test/a?b=c"],
    [{ kind: "phone" }, "+49 (89) 123-45"],
    [{ kind: "phone" }, "+49 89–1234"],
    [{ kind: "phone" }, "\u202a+49 89 1234\u202c"],
    [{ kind: "phone" }, "089/1234 x12"],
    [{ kind: "number", whole: true }, "12 000"],
    [{ kind: "number", whole: true, min: 12_000 }, "12\u202f000"],
    [{ kind: "number", whole: true, max: 1_300 }, "1,234"],
    [{ kind: "number", min: 1_200 }, "€ 1200"],
    [{ kind: "number", min: 1_234.5, max: 1_234.5 }, "1.234,50 EUR"],
    [{ kind: "number", min: 1_234.5, max: 1_234.5 }, "$1,234.50"],
    [{ kind: "number", min: 1_234_567 }, "1'234'567"],
    [{ kind: "number", max: -5 }, "−5"],
    [{ kind: "number", max: 1 }, "0,125"],
    [{ kind: "url" }, "www.example.org/a"],
    [{ kind: "url" }, "example.org"],
    [{ kind: "email" }, "jörg@example.org"],
    [{ kind: "email" }, "mailto:info@müller.example"],
    [{ kind: "single_choice", options }, "a"],
    [{ kind: "multiple_choice", options }, ["a", "b"]],
    [{ kind: "checkbox" }, "yes"],
  ])("takes what fits: %o ← %o", (field, value) => {
    expect(problemsOf(one(field), { it: value })).toEqual({});
  });

  it.each<[Parameters<typeof one>[0], unknown, RegExp]>([
    [{ kind: "text" }, "x".repeat(201), /under 200 characters: it has 201/],
    [{ kind: "text", minLength: 3 }, "ab", /at least 3/],
    [{ kind: "text", pattern: "INV-[0-9]+", patternMessage: "Like INV-12." }, "12", /^Like INV-12\.$/],
    [{ kind: "text", pattern: "[a-z]+" }, "abc1", /expected form/],
    [{ kind: "number" }, "twelve", /a number/],
    [{ kind: "number" }, "1e9", /a number/],
    [{ kind: "number" }, "1,234", /write 1234, or 1\.2340/],
    [{ kind: "number" }, "12.345", /write 12345, or 12\.3450/],
    [{ kind: "number" }, "12 34", /a number/],
    [{ kind: "number" }, "1,2,3", /a number/],
    [{ kind: "url" }, "note: call me", /web address/],
    [{ kind: "url" }, "mailto:a@b.test", /web address/],
    [
      { kind: "long_text" },
      "x".repeat(40_379),
      /under 10,000 characters: it has 40,379, which is 30,379 too many/,
    ],
    [{ kind: "number", whole: true }, "1.5", /whole number/],
    [{ kind: "number", min: 1 }, "0", /1 or more/],
    [{ kind: "number", max: 9 }, "10", /9 or less/],
    [{ kind: "date" }, "2026-02-31", /a date/],
    [{ kind: "date" }, "31.12.2026", /a date/],
    [{ kind: "date", min: "2026-01-01" }, "2025-12-31", /or later/],
    [{ kind: "date_time" }, "2026-11-23", /a date and time/],
    [{ kind: "email" }, "ada@", /email address/],
    [{ kind: "url" }, "javascript:alert(1)", /web address/],
    [{ kind: "phone" }, "call me", /phone number/],
    [{ kind: "single_choice", options }, "c", /from the list/],
    [{ kind: "multiple_choice", options }, ["a", "zzz"], /from the list/],
    [{ kind: "multiple_choice", options, max: 1 }, ["a", "b"], /at most 1/],
  ])("says what is wrong: %o ← %o", (field, value, sentence) => {
    expect(problemsOf(one(field), { it: value }).it).toMatch(sentence);
  });

  it.each<Parameters<typeof one>[0]>([
    { kind: "text" },
    { kind: "checkbox" },
    { kind: "single_choice", options },
    { kind: "multiple_choice", options },
    { kind: "date" },
  ])("is missed when required, and blank is missing: %o", field => {
    const required = one({ ...field, required: true } as Parameters<typeof one>[0]);
    for (const posted of [
      {},
      field.kind === "multiple_choice" ? {} : { it: "  " },
      ...(field.kind === "text" ? [{ it: "\u200b\u2060" }] : []),
    ])
      if (!(field.kind === "checkbox" && "it" in posted))
        expect(problemsOf(required, posted).it).toMatch(/^Please/);
    expect(problemsOf(one(field), {})).toEqual({});
  });
});

describe("a form", () => {
  const form: Field[] = [
    { key: "kind", label: "Kind", kind: "single_choice", options, required: true },
    { key: "why", label: "Why", kind: "text", required: true, showWhen: { field: "kind", is: ["b"] } },
    { key: "note", label: "Note", kind: "text", requireWhen: { field: "kind", is: ["a"] } },
  ];

  it("names all that is wrong at once", () => {
    expect(Object.keys(problemsOf(form, { note: "x".repeat(300) }))).toEqual(["kind", "note"]);
  });

  it("neither asks nor keeps what is hidden, and asks for what became required", () => {
    expect(answersSchema(form).parse({ kind: "a", why: "left over", note: "n" })).toEqual({
      kind: "a",
      note: "n",
    });
    expect(problemsOf(form, { kind: "b" })).toHaveProperty("why");
    expect(problemsOf(form, { kind: "a" })).toHaveProperty("note");
  });

  it("refuses answers to questions it does not have, and shapes it does not know", () => {
    expect(answersSchema(form).safeParse({ kind: "a", note: "n", role: "admin" }).success).toBe(false);
    expect(answersSchema(form).safeParse({ kind: { not: "" }, note: "n" }).success).toBe(false);
  });

  it("cannot depend on a text, nor on what stands below, nor ask twice", () => {
    const text: Field = { key: "text", label: "Text", kind: "text" };
    const dependent = (field: string): Field => ({
      key: "more",
      label: "More",
      kind: "text",
      showWhen: { field, is: ["a"] },
    });
    expect(formDefinition.safeParse([text, dependent("text")]).success).toBe(false);
    expect(formDefinition.safeParse([dependent("kind"), form[0]]).success).toBe(false);
    expect(formDefinition.safeParse([text, text]).success).toBe(false);
    expect(formDefinition.safeParse(form).success).toBe(true);
  });

  it("shows its answers under its labels, in its order, without what was not answered", () => {
    const checkbox: Field = { key: "sure", label: "Sure", kind: "checkbox" };
    expect(describeAnswers([...form, checkbox], { sure: "yes", kind: "b" })).toEqual([
      { label: "Kind", value: "Pear", kind: "text" },
      { label: "Sure", value: { code: "catalog.answer.yes" }, kind: "text" },
    ]);
  });
});

describe("an answer that a form has no words for", () => {
  const own = translatorOf("en", {
    "catalog.answer.yes": "Indeed",
    "catalog.answer.file": "{size}: {name}",
  });

  it("is said in the words of who tells it", () => {
    const fields: Field[] = [
      { key: "sure", label: "Sure", kind: "checkbox" },
      { key: "files", label: "Files", kind: "file" },
    ];
    const files = [
      { id: "1", name: "a.pdf", size: 1_500, type: "application/pdf", width: null, height: null },
    ];
    const lines = describeAnswers(fields, { sure: "yes", files });
    expect(lines.map(line => sayAnswer(own, line))).toEqual([["Indeed"], ["2 kB: a.pdf"]]);
    expect(lines.map(line => sayAnswer(t, line))).toEqual([["Yes"], ["a.pdf (2 kB)"]]);
  });
});

describe("an answer of any kind takes no more work than as much prose:", () => {
  const length = 20_000;
  const fill = (part: string) => part.repeat(Math.ceil(length / part.length)).slice(0, length);
  const kinds = ["text", "long_text", "number", "date", "date_time", "email", "url", "phone"] as const;
  const odd = {
    spaces: " ",
    digits: "1",
    thousands: "1,",
    currencies: "€ ",
    capitals: "EUR",
    dots: ".",
    brackets: "(1",
  };

  it.each(kinds.flatMap(kind => Object.entries(odd).map(([name, part]) => [kind, name, part] as const)))(
    "%s with %s",
    (kind, _, part) => {
      const schema = answersSchema(one({ kind }));
      const read = (text: string) => () => schema.safeParse({ it: `1${text}x` });
      expect(costRatio(read(fill(part)), read(fill("It stops at ten. ")))).toBeLessThan(60);
    },
  );
});
