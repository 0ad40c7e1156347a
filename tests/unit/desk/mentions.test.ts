import { describe, expect, it } from "vitest";
import type { ToldAgent } from "@/app/agent/requests/[reference]/assign-menu";
import { calledAs, findColleagues, namingAt } from "@/app/agent/requests/[reference]/colleagues";
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
  it("by name or address, in capitals or not, and keeps each way in which it is written", () => {
    expect(findMentions("@ann lee, ask @JOSE@desk.test or @José, @Ann Lee and @ann lee.", all)).toEqual({
      mentions: [
        { personId: "a", words: "ann lee" },
        { personId: "c", words: "JOSE@desk.test" },
        { personId: "c", words: "José" },
        { personId: "a", words: "Ann Lee" },
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

  it("none of those who share a name, as it cannot tell whom, and one of them by their address", () => {
    const alike = [jose, namesake, { ...jose, id: "e", name: "José Silva", email: "silva@desk.test" }];
    expect(findMentions("@other.jose@desk.test, @josé", alike)).toEqual({
      mentions: [],
      ambiguous: { name: "josé", addresses: ["jose@desk.test", "other.jose@desk.test"] },
    });
    expect(mentionedIn("@other.jose@desk.test", alike)).toEqual(["d"]);
    expect(mentionedIn("@José Silva", alike)).toEqual(["e"]);
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

  it("by an address as well, which is then no link", () => {
    const words = "ann.lee@desk.test";
    expect(markdownWithMentions(`@${words}, me@desk.test`, [{ words, name: "Ann" }])).toBe(
      "<p dir=auto><mark>@<bdi>Ann</bdi></mark>, " +
        '<a href="mailto:me@desk.test" rel="noopener noreferrer nofollow ugc">me@desk.test</a></p>',
    );
  });

  it("neither in code nor as part of a longer name", () => {
    for (const text of ["`@Ann Lee`", "@Ann Leeway", "x@Ann Lee"]) expect(html(text)).not.toContain("<mark>");
  });
});

describe("names are completed", () => {
  const agents: ToldAgent[] = [
    ...[ann, anna].map(({ id, name }): ToldAgent => [id, name]),
    ...[jose, namesake].map(({ id, name, email }): ToldAgent => [id, name, email, email]),
  ];
  const naming = (text: string) => namingAt(text, text.length, agents.map(calledAs))?.search;
  const found = (search: string) => findColleagues(agents, search).map(calledAs);

  it("behind an @, until somebody is named", () => {
    expect(naming("Ask @")).toBe("");
    expect(naming("Ask @ann l")).toBe("ann l");
    expect(naming("Ask @Ann Lee ")).toBeUndefined();
    expect(naming("Ask @José")).toBe("José");
    expect(naming("Ask @jose@desk.test ")).toBeUndefined();
    for (const text of ["me@an", "@ ann", "`@an", "@an\n", "an"]) expect(naming(text)).toBeUndefined();
  });

  it("by the beginnings of their words, without accents", () => {
    expect(found("")).toHaveLength(4);
    expect(found("roy")).toEqual(["Ann Lee-Roy"]);
    expect(found("lee said")).toEqual([]);
  });

  it("to addresses where several have a name, and by them, too", () => {
    expect(found("jose")).toEqual(["jose@desk.test", "other.jose@desk.test"]);
    expect(found("other")).toEqual(["other.jose@desk.test"]);
  });
});
