import { describe, expect, it } from "vitest";
import { readDeskFile } from "@/lib/desk-file/read";
import { FileProblems } from "@/lib/desk-file/remark";
import { tellRemark } from "@/lib/desk-file/tell";
import { listTemplates } from "@/lib/desk-file/templates";
import { translatorOf } from "@/lib/messages/translate";
import { templates } from "@/lib/template-names";
import { bicycleShop } from "../../support/bicycle-shop";

/** What is said of the bicycle shop's file with these changes, each with its place from the first changed line on. */
function complaints(...changes: [from: string, to: string][]): string[] {
  const text = changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, bicycleShop);
  try {
    readDeskFile(text);
    return [];
  } catch (error) {
    if (!(error instanceof FileProblems)) throw error;
    return error.problems.map(problem =>
      tellRemark(translatorOf("en"), "", problem).replace(/^:\d+:(\d+): /, "$1: "),
    );
  }
}

describe("a catalog in a file", () => {
  it("is read as it is written", () => {
    expect(complaints()).toEqual([]);
  });

  it("has each slug and name of a type once in all of it, and one that is offered when nothing else fits", () => {
    expect(complaints(["slug: spare-parts", "slug: service"])).toEqual([
      "15: The slug “service” is here twice.",
    ]);
    expect(complaints(["name: Spare parts", "name: SERVICE"])).toEqual([
      "15: The name “SERVICE” is here twice.",
    ]);
    expect(complaints(["        draft: true", "        fallback: true"])).toEqual([
      "19: The fallback “true” is here twice.",
    ]);
    expect(complaints(["  - slug: shop", "  - slug: repairs"])).toEqual([
      "11: The slug “repairs” is here twice.",
    ]);
  });

  it("says what of a type is wrong, and what would be right", () => {
    expect(complaints(["icon: wrench", "icon: wrnch"])).toEqual([
      expect.stringMatching(/^15: .*Did you mean “wrench”\?/),
    ]);
    expect(complaints(["in_progress: On", "in_progres: On"])).toEqual([
      "11: There is no “in_progres” here. Did you mean “in_progress”?",
    ]);
    expect(complaints(["audience: agents", "audience: agents\n        organisations: [couriers]"])).toEqual([
      "24: A type is for agents or for organisations. Leave one of them out.",
    ]);
    expect(complaints(["road: urgent", "roof: urgent"])).toEqual([
      expect.stringMatching(/^11: A priority rule/),
    ]);
    expect(complaints(["road: urgent", "road: urgentt"])).toEqual([
      expect.stringMatching(/^19: .*Did you mean “urgent”\?/),
    ]);
  });

  it("says what of a form is wrong: kinds, keys, options, conditions and patterns", () => {
    expect(complaints(["kind: text", "kind: txt"])).toEqual([
      expect.stringMatching(/^19: .*Did you mean “text”\?/),
    ]);
    expect(complaints(["maxLength: 20", "maxLenght: 20"])).toEqual([
      "13: There is no “maxLenght” here. Did you mean “maxLength”?",
    ]);
    expect(complaints(["value: cargo", "value: city"])).toEqual([
      "17: Another choice has the key “city” already.",
    ]);
    expect(complaints(["is: [electric]", "is: [steam]"])).toEqual([
      "20: “What do you ride?” has no choice with the key “steam”. A ticked checkbox is “yes”.",
    ]);
    expect(complaints(["maxLength: 20", 'pattern: "[0-9"'])).toEqual(["22: “[0-9” has no closing “]”."]);
    expect(complaints(["key: details", "key: summary"])).toEqual([expect.stringMatching(/^13: .*reserved/)]);
    expect(complaints(["key: battery", "key: bicycle"])).toEqual([expect.stringMatching(/^13: .*twice/)]);
    expect(complaints(["field: bicycle", "field: saddle"])).toEqual([
      expect.stringMatching(/^13: .*“saddle”/),
    ]);
  });
});

describe("catalogs to begin with", () => {
  it("can all be read, and have something in them", () => {
    const shown = listTemplates();
    expect(shown.map(({ slug }) => slug)).toEqual([...templates]);
    for (const { name, description, categories } of shown) {
      expect(translatorOf("en")(name as "desk_file.template.it")).not.toBe("");
      expect(translatorOf("en")(description as "desk_file.template.it.text")).not.toBe("");
      expect(categories.flatMap(({ types }) => types).length).toBeGreaterThan(0);
    }
  });
});
