import { describe, expect, it } from "vitest";
import { findColleagues, namingAt } from "@/app/agent/requests/[reference]/colleagues";
import { findMentions } from "@/lib/desk/mentions";
import { markdownWithMentions } from "@/lib/markdown/html";

const ann = { id: "a", name: "Ann Lee", email: "ann.lee@desk.test" };
const anna = { id: "b", name: "Ann Lee-Roy", email: "roy@desk.test" };
const jose = { id: "c", name: "José", email: "jose@desk.test" };
const namesake = { id: "d", name: "José", email: "other.jose@desk.test" };
const all = [ann, anna, jose];
const mentionedIn = (text: string, colleagues = all) =>
  findMentions(text, colleagues).mentions.map(({ personId }) => personId);

describe("a note mentions", () => {
  it("by name or address, in capitals or not, and has the name as it is written", () => {
    expect(findMentions("@ann lee, ask @JOSE@desk.test.", all)).toEqual({
      text: "@Ann Lee, ask @José.",
      mentions: [
        { personId: "a", words: "Ann Lee" },
        { personId: "c", words: "José" },
      ],
    });
  });

  it("whoever has the longest name that fits, each once", () => {
    expect(mentionedIn("@Ann Lee-Roy and @Ann Lee and @Ann Lee")).toEqual(["b", "a"]);
  });

  it("nobody by part of a name, in the middle of a word, or without an @", () => {
    for (const text of [
      "@Ann",
      "@Ann Leeway",
      "me@Ann Lee",
      "Ann Lee",
      "@ Ann Lee",
      "@",
      "ann.lee@desk.test",
    ])
      expect(mentionedIn(text)).toEqual([]);
  });

  it("all who share a name, and one of them by their address", () => {
    expect(mentionedIn("@José", [jose, namesake])).toEqual(["c", "d"]);
    expect(mentionedIn("@other.jose@desk.test", [jose, namesake])).toEqual(["d"]);
  });

  it("also next to letters that change their length in small", () => {
    expect(mentionedIn("İ @Ann Lee")).toEqual(["a"]);
  });

  it("within a moment, whatever was typed", () => {
    const many = Array.from({ length: 200 }, (_, at) => ({ ...ann, id: String(at), name: `Ann ${at}` }));
    const began = process.cpuUsage();
    findMentions("@".repeat(20_000), many);
    findMentions("@ann 1 ".repeat(2_500), many);
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_500);
  });
});

describe("mentions are shown", () => {
  const html = (text: string) => markdownWithMentions(text, [{ words: "Ann Lee", name: "Ann <Berg>" }]);

  it("as marks under the present name, escaped, also within other marks", () => {
    expect(html("Ask **@Ann Lee** & co")).toBe(
      "<p dir=auto>Ask <strong><mark>@<bdi>Ann &lt;Berg&gt;</bdi></mark></strong> &amp; co</p>",
    );
  });

  it("neither in code nor as part of a longer name", () => {
    for (const text of ["`@Ann Lee`", "@Ann Leeway", "x@Ann Lee"]) expect(html(text)).not.toContain("<mark>");
  });
});

describe("names are completed", () => {
  const names = all.map(({ name }) => name);
  const naming = (text: string) => namingAt(text, text.length, names)?.search;

  it("behind an @, until somebody is named", () => {
    expect(naming("Ask @")).toBe("");
    expect(naming("Ask @ann l")).toBe("ann l");
    expect(naming("Ask @Ann Lee ")).toBeUndefined();
    for (const text of ["me@an", "@ ann", "`@an", "@an\n", "an"]) expect(naming(text)).toBeUndefined();
  });

  it("by the beginnings of their words, without accents", () => {
    expect(findColleagues(names, "")).toEqual(names);
    expect(findColleagues(names, "roy")).toEqual(["Ann Lee-Roy"]);
    expect(findColleagues(names, "jose")).toEqual(["José"]);
    expect(findColleagues(names, "lee said")).toEqual([]);
  });
});
