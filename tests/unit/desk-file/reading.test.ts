import { describe, expect, it } from "vitest";
import { readDeskFile } from "@/lib/desk-file/read";
import { FileProblems } from "@/lib/desk-file/remark";
import { fileLimits } from "@/lib/desk-file/source";
import { tellRemark } from "@/lib/desk-file/tell";
import { translatorOf } from "@/lib/messages/translate";
import { readSetUp } from "@/prisma/set-up";

/** What is said of a file, each with its place. */
function complaints(text: string): string[] {
  try {
    readDeskFile(text);
    return [];
  } catch (error) {
    if (!(error instanceof FileProblems)) throw error;
    return error.problems.map(problem => tellRemark(translatorOf("en"), "desk.yaml", problem));
  }
}

describe("a desk as a file", () => {
  it("can be nothing but its version, or any of its sections", () => {
    expect(complaints("lodge: 1")).toEqual([]);
    expect(complaints("lodge: 1\ntags: []\n")).toEqual([]);
    expect(complaints("tags: []")).toEqual(["desk.yaml:1:1: “lodge” is missing here."]);
    expect(complaints("# nothing yet\n")).toEqual([
      "desk.yaml:1:1: There is nothing here. A file begins with “lodge: 1”.",
    ]);
    expect(complaints("lodge: 2")).toEqual(["desk.yaml:1:8: “2” is none of these: 1."]);
  });

  it("says file, line and column of all that is wrong, and what would be right", () => {
    const text = [
      "lodge: 1",
      "tagz: []",
      "tags:",
      "  - slug: vip",
      "    nmae: VIP",
      "    colour: gren",
      "  - slug: Not A Slug",
      "    name: 12",
      "    colour: red",
      "teams:",
      "  - name: Billing",
      "    slug: billing",
      "    leads: someone@example.org",
      "    members: [nobody]",
    ].join("\n");
    expect(complaints(text)).toEqual([
      "desk.yaml:2:1: There is no “tagz” here. Did you mean “tags”?",
      "desk.yaml:5:5: There is no “nmae” here. Did you mean “name”?",
      "desk.yaml:6:13: “gren” is none of these: grey, red, orange, yellow, green, teal, blue, purple, pink. Did you mean “green”?",
      "desk.yaml:7:11: A slug has small letters, digits and single hyphens between them, such as “vat-questions”.",
      'desk.yaml:8:11: “name” is a text. Put it in quotation marks: "12".',
      "desk.yaml:13:12: “leads” is a list: each of its items begins with “- ”.",
      expect.stringMatching(/^desk\.yaml:14:15: .*address/),
    ]);
  });

  it("has each slug and each name once", () => {
    const tag = (slug: string, name: string) => `  - { slug: ${slug}, name: ${name}, colour: red }\n`;
    expect(complaints(`lodge: 1\ntags:\n${tag("a", "One")}${tag("a", "Two")}${tag("b", "one")}`)).toEqual([
      "desk.yaml:4:13: The slug “a” is here twice.",
      "desk.yaml:5:22: The name “one” is here twice.",
    ]);
  });

  it("knows the parameters of a view and the placeholders of a reply", () => {
    const view = "lodge: 1\nviews:\n  - { slug: a, name: A, query: statuz=open }";
    expect(complaints(view)).toEqual(["desk.yaml:3:32: There is no “statuz” here. Did you mean “status”?"]);
    const reply =
      "lodge: 1\ncannedReplies:\n  desk:\n    - slug: a\n      name: A\n      texts:\n        en: Hello {{customer.nam}}";
    expect(complaints(reply)[0]).toMatch(
      /^desk\.yaml:7:13: There is no \{\{customer\.nam\}\}\. What there is: /,
    );
  });

  it("is plain YAML: no aliases, no types, no second document, nothing twice", () => {
    for (const [text, place, words] of [
      ["lodge: 1\ntags: &all []", "2:12", /Anchors and aliases/],
      ["lodge: 1\ntags: *all", "2:7", /alias/i],
      ["lodge: 1\ntags: !!set {}", "2:13", /Types such as !!set/],
      ["lodge: 1\nlodge: 1", "2:1", /unique/],
      ["lodge: 1\n---\nlodge: 1", "2:1", /multiple documents/i],
      ["lodge: 1\ntags: [", "2:8", /YAML/],
    ] as const) {
      const [said = ""] = complaints(text);
      expect(said).toContain(`desk.yaml:${place}: `);
      expect(said).toMatch(words);
    }
  });

  it("is what the demo story begins with", async () => {
    const { file } = await readSetUp("demo");
    expect(Object.keys(file)).toEqual(["lodge", "teams", "organisations", "cannedReplies", "views"]);
  });

  it("is refused quickly if it is too large or too deep to be one", () => {
    const laughs = Array.from({ length: 30 }, (_, line) => `l${line}: &l${line} [${"*l".repeat(2)}]`).join(
      "\n",
    );
    for (const text of [
      "x".repeat(fileLimits.bytes + 1),
      "[".repeat(1_000_000),
      "- ".repeat(1_000_000),
      "? ".repeat(1_000_000),
      `lodge: 1\ntags: ${"[".repeat(fileLimits.depth + 1)}`,
      Array.from({ length: 100 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
      laughs,
    ]) {
      const said = complaints(text);
      expect(said.length).toBeGreaterThan(0);
      expect(said[0]).toMatch(/^desk\.yaml:\d+:\d+: (The file is|More than|Anchors|This is not valid YAML)/);
    }
  });
});
