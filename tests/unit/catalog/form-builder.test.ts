import { describe, expect, it } from "vitest";
import { added, changed, drafted, optionNamed, turned } from "@/app/admin/catalog/types/[slug]/form/drafting";
import { begin, stepped } from "@/app/admin/catalog/types/[slug]/form/history";
import { conditionStyles } from "@/lib/catalog/conditions";
import type { Field } from "@/lib/catalog/fields";
import { adviceOf } from "@/lib/catalog/form-advice";
import { compareForms } from "@/lib/catalog/form-differences";
import { draftFields } from "@/lib/catalog/form-input";
import { problemsOf } from "@/lib/catalog/form-problems";
import { pastedOptions } from "@/lib/catalog/option-keys";
import { fitsPattern, problemOfPattern } from "@/lib/catalog/pattern";
import { type Said, say } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";

const t = translatorOf("en");
const text = (key: string, more: Partial<Field> = {}) =>
  ({ key, kind: "text", label: key, ...more }) as Field;
const choice = (key: string, ...labels: string[]): Field => ({
  key,
  kind: "single_choice",
  label: key,
  options: labels.map(label => ({ value: label.toLowerCase(), label })),
});
const keysOf = (all: { field: Field }[]) => all.map(({ field }) => field.key);

describe("a question that is being written", () => {
  it("gets its key by its label until it has been published, and conditions follow", () => {
    const used = { impact: "single_choice" as const };
    let all = added(drafted([choice("impact", "All")]), used, "checkbox", null);
    all = added(all, used, "text", null);
    const [, box, last] = all;
    all = changed(all, used, last?.id ?? 0, { showWhen: { field: box?.field.key, is: ["yes"] } });
    all = changed(all, used, box?.id ?? 0, { label: "Is it Größe 3?" });
    all = changed(all, used, 1, { label: "How bad is it?" });
    expect(keysOf(all)).toEqual(["impact", "is_it_grosse_3", "question_2"]);
    expect(all[2]?.field.showWhen).toEqual({ field: "is_it_grosse_3", is: ["yes"] });
  });

  it("never gets a key that the form had before, nor that of the summary", () => {
    const used = { colour: "text" as const };
    let all = added([], used, "text", null);
    all = changed(all, used, 1, { label: "Colour" });
    expect(keysOf(all)).toEqual(["colour_2"]);
    expect(keysOf(changed(all, used, 1, { label: "Summary" }))).toEqual(["summary_2"]);
  });

  it("becomes another question with another kind once there are answers to it", () => {
    const all = drafted([text("code", { help: "On the box", placeholder: "12" })]);
    expect(turned(all, { code: "text" }, 1, "number")[0]?.field).toEqual({
      ...{ key: "code_2", kind: "number", label: "code", help: "On the box" },
    });
    expect(turned(all, {}, 1, "number")[0]?.field.key).toBe("code");
  });

  it("takes a pasted list: same texts keep their values, what was published and is missing is retired", () => {
    const known = [
      { value: "red", label: "Red" },
      { value: "blue", label: "Blue" },
      { value: "tried", label: "Never published" },
    ];
    expect(pastedOptions(" Green \nRed\n\nRed\nBlue!", known, ["red", "blue"])).toEqual([
      { value: "green", label: "Green" },
      { value: "red", label: "Red" },
      { value: "blue_2", label: "Blue!" },
      { value: "blue", label: "Blue", retired: true },
    ]);
  });

  it("gives its choices values by their texts until they are published, and conditions follow", () => {
    const all = drafted([
      choice("bike", "City", "Race"),
      text("a", { showWhen: { any: [{ field: "bike", is: ["city", "race"] }] } }),
    ]);
    const named = optionNamed(all, 1, { value: "race", label: "City", isPublished: false });
    expect(named.map(({ field }) => field)).toMatchObject([
      { options: [{ value: "city" }, { value: "city_2", label: "City" }] },
      { showWhen: { field: "bike", is: ["city", "city_2"] } },
    ]);
    const kept = optionNamed(all, 1, { value: "race", label: "Racing bike", isPublished: true });
    expect(kept[0]?.field).toMatchObject({ options: [{}, { value: "race", label: "Racing bike" }] });
  });

  it("is undone and done again step by step, letters of one label at once", () => {
    const [one, two, three] = [drafted([text("a")]), drafted([text("b")]), drafted([text("c")])];
    let history = begin([]);
    for (const to of [one, two]) history = stepped(history, { kind: "change", to, mark: "1 label" });
    history = stepped(history, { kind: "change", to: three });
    history = stepped(history, { kind: "undo" });
    expect(history.present).toBe(two);
    history = stepped(history, { kind: "undo" });
    expect(history.present).toEqual([]);
    expect(stepped(history, { kind: "undo" })).toBe(history);
    for (const _ of [1, 2]) history = stepped(history, { kind: "redo" });
    expect(history.present).toBe(three);
    expect(stepped(history, { kind: "redo" })).toBe(history);
  });
});

describe("a pattern", () => {
  it.each([
    ["INV-[0-9]+", "INV-7", "INV-7 "],
    ["\\p{Lu}{2}\\d{2}", "ÄB12", "ab12"],
    ["(?i)yes|no", "NO", "nope"],
  ])("%s fits all of %s, and not %s", (pattern, fits, misses) => {
    expect(problemOfPattern(pattern)).toBeUndefined();
    expect([fitsPattern(pattern, fits), fitsPattern(pattern, misses)]).toEqual([true, false]);
  });

  it.each([
    ["(?=.*[0-9])[a-z0-9]+", /cannot look ahead or behind \(“\(\?=”\)/],
    ["(?<!a)b", /cannot look ahead or behind/],
    ["(a)\\1", /cannot refer back to an earlier part \(“\\1”\)/],
    ["a**", /repeats a repetition/],
    ["[z-a]", /is not a range/],
    ["(a", /no closing “\)”/],
    ["a)", /without its/],
    ["[a", /no closing “\]”/],
    ["*a", /nothing before/],
    ["\\q", /no meaning here/],
    ["a\\", /nothing after the last/],
    ["a{2000}", /too often/],
    ["(?:x?y?z?){300}", /too large/],
    ["(?P<a", /not understood/],
  ])("%s is refused with the reason", (pattern, reason) => {
    expect(say(t, problemOfPattern(pattern) as Said)).toMatch(reason);
  });
});

describe("a draft that cannot be published", () => {
  it.each<[string, Field[], string, RegExp]>([
    ["a label is missing", [text("a", { label: " " })], "label", /enter a label/],
    ["a choice has nothing to choose", [choice("a")], "options", /at least one choice/],
    ["a choice has no text", [choice("a", "")], "options", /a text for each/],
    ["a choice is there twice", [choice("a", "X", "X")], "options", /“X” is there twice/],
    [
      "a choice has the key of another one",
      [
        text("a", {
          kind: "single_choice",
          options: [
            { value: "x", label: "X" },
            { value: "x", label: "Y", retired: true },
          ],
        }),
      ],
      "options",
      /the key “x” already/,
    ],
    [
      "a section has no question",
      [text("b"), { key: "a", kind: "section", label: "Your trip" }],
      "label",
      /put a question below/,
    ],
    ["limits are upside down", [text("a", { minLength: 5, maxLength: 2 })], "limits", /above the upper/],
    ["a date is none", [text("a", { kind: "date", min: "2026-13-01" })], "limits", /a date that exists/],
    [
      "a condition looks down",
      [text("a", { showWhen: { field: "b", is: ["x"] } }), choice("b", "X")],
      "showWhen",
      /not above it any more/,
    ],
    [
      "a condition looks at a text",
      [text("b"), text("a", { requireWhen: { field: "b", is: ["x"] } })],
      "requireWhen",
      /not above it any more/,
    ],
    [
      "a condition has no answer",
      [choice("b", "X"), text("a", { showWhen: { field: "b", is: [] } })],
      "showWhen",
      /Choose the answers to “b”/,
    ],
    [
      "a condition asks for a choice that is none",
      [choice("b", "X"), text("a", { showWhen: { field: "b", is: ["x", "y"] } })],
      "showWhen",
      /“b” has no choice with the key “y”/,
    ],
  ])("because %s", (_, fields, at, sentence) => {
    const [problem, ...others] = problemsOf(fields, {});
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ key: "a", at });
    expect(say(t, problem?.said as Said)).toMatch(sentence);
  });

  it("because a style sheet of its conditions would grow without end", () => {
    const fields: Field[] = [choice("q0", "X"), choice("q1", "X")];
    for (let number = 2; number < 12; number++) {
      const parts = [1, 2].map(back => ({ field: `q${number - back}`, is: ["x"] }));
      fields.push({ ...choice(`q${number}`, "X"), showWhen: { any: parts } });
    }
    const found = problemsOf(fields, {}).map(({ key, said }) => `${key} ${said.code}`);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(one => one.endsWith("condition_deep"))).toBe(true);
    const fit = fields.filter(({ key }) => !found.some(one => one.startsWith(`${key} `)));
    expect(conditionStyles("raise", fit).length).toBeLessThan(100_000);
  });

  it("is taken only in the shape of one", () => {
    const takes = (fields: unknown) => draftFields.safeParse(fields).success;
    expect(takes([text("a")])).toBe(true);
    for (const wrong of [
      "a",
      [text("a"), text("a")],
      [text("summary")],
      [text("A b")],
      [{ ...text("a"), role: "admin" }],
      [{ ...text("a"), kind: "skull" }],
      [text("a", { label: "x".repeat(121) })],
      [{ ...choice("a"), options: [{ value: "x y", label: "X" }] }],
      [choice("a", "X", "x")],
      Array.from({ length: 101 }, (_, index) => text(`q${index}`)),
    ])
      expect(takes(wrong), JSON.stringify(wrong).slice(0, 80)).toBe(false);
  });
});

describe("a form that customers may leave", () => {
  const codes = (fields: Field[]) =>
    adviceOf(fields).map(({ key, said }) => `${key} ${said.code.split(".").at(-1)}`);

  it("is one that requires much, asks much, or asks unclearly", () => {
    const many = (count: number, more: Partial<Field> = {}) =>
      Array.from({ length: count }, (_, index) => text(`What is number ${index}?`, more));
    expect(codes(many(7, { required: true }))).toEqual(["null required"]);
    expect(codes(many(13))).toEqual(["null questions"]);
    const only = { showWhen: { field: "x", is: ["yes"] } };
    expect(codes(many(13, { required: true, ...only }))).toEqual([]);
    expect(codes([text("a", { label: "Details" })])).toEqual(["a vague"]);
    expect(codes([text("a", { label: "Details", help: "Which bike, and since when?" })])).toEqual([]);
    for (const label of ["Angaben:", "Sonstiges", "التفاصيل", "info"])
      expect(codes([text("a", { label })]), label).toEqual(["a vague"]);
    for (const label of ["YOUR BIKE", "SERIENNUMMER", "VPN TOKEN"])
      expect(codes([text("a", { label })]), label).toEqual(["a capitals"]);
    for (const label of ["USB-C", "IBAN", "BIC/IBAN"])
      expect(codes([text("a", { label })]), label).toEqual([]);
    expect(codes([text("a", { label: "x".repeat(81) })])).toEqual(["a long_label"]);
    expect(codes([text("a", { label: "Bike?" }), text("b", { label: "bike?" })])).toEqual(["b twin"]);
    const under = (key: string) => ({ key, kind: "section", label: key }) as Field;
    expect(
      codes([under("You"), text("a", { label: "Name" }), under("Host"), text("b", { label: "Name" })]),
    ).toEqual([]);
    const model = (key: string, ...is: string[]) =>
      text(key, { label: "Model", showWhen: { field: "bike", is } });
    const bike = choice("bike", "City", "Race");
    expect(codes([bike, model("a", "city"), model("b", "race")])).toEqual([]);
    expect(codes([bike, model("a", "city"), model("b", "race", "city")])).toEqual(["b twin"]);
    expect(codes([text("Which?", { pattern: "a+" })])).toEqual(["Which? no_message"]);
    expect(codes([choice("Which?", "X")])).toEqual(["Which? one_option"]);
  });
});

describe("two versions of a form", () => {
  it("differ by questions that are new, gone, moved or changed", () => {
    const before = [text("a"), text("b"), text("c"), choice("d", "X")];
    const after = [choice("d", "X", "Y"), text("a", { label: "A?", required: true }), text("c"), text("e")];
    expect(
      compareForms(before, after).map(({ key, change, properties }) => [
        key,
        change,
        properties.map(({ property }) => property).join(),
      ]),
    ).toEqual([
      ["d", "changed", "options"],
      ["d", "moved", ""],
      ["a", "changed", "label,required"],
      ["e", "added", ""],
      ["b", "removed", ""],
    ]);
  });
});
