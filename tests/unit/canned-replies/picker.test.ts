import { describe, expect, it } from "vitest";
import { matchReplies, prepareReplies } from "@/app/agent/requests/[reference]/match-replies";
import { askingSlash, searchAfter } from "@/app/agent/requests/[reference]/slash";
import type { PlaceholderValues } from "@/lib/canned-replies/placeholders";

/** The caret is where the bar is. */
function slashIn(marked: string, isComposing = false): number {
  const caret = marked.indexOf("|");
  return askingSlash(marked.replace("|", ""), caret, isComposing);
}

describe("a `/`", () => {
  it.each([
    ["/|", 0],
    ["Hello\n/|", 6],
    ["Hello /|", 6],
    ["Hello /| there", 6],
    ["`code` /|", 7],
    ["```\ncode\n```\n/|", 13],
  ])("asks for a reply at the beginning of a line and after a space: %j", (text, at) => {
    expect(slashIn(text)).toBe(at);
  });

  it.each([
    "and/|",
    "https:/|",
    "https://|",
    "https://a.test/|",
    "1/|2",
    "`ls /|",
    "```\n/|",
    "~~~sh\nls /|",
    "    /|",
    "\t/|",
    "/ |",
    "|/",
    "",
  ])("asks for nothing inside of words, addresses and code: %j", text => {
    expect(slashIn(text)).toBe(-1);
  });

  it("asks for nothing while an input method composes", () => {
    expect(slashIn("/|", true)).toBe(-1);
  });

  it.each([
    ["/", ""],
    ["/ref", "ref"],
    ["/refund late", "refund late"],
    ["/ or", null],
    ["/etc/", null],
    ["/ref\n", null],
    ["ref", null],
    [`/${"a".repeat(61)}`, null],
  ])("is followed by a search until it can be none: %j", (text, search) => {
    expect(searchAfter(text, 0, text.length)).toBe(search);
  });

  it("searches no more once the caret is in front of it", () => {
    expect(searchAfter("/ref", 0, 0)).toBeNull();
  });
});

describe("a search for a reply", () => {
  const values = { "customer.name": "Ada Okafor" } as PlaceholderValues;
  const reply = (name: string, keywords: string, body: string) => ({
    ...{ name, keywords, body },
    ...{ isOwn: false, team: null },
  });
  const replies = prepareReplies(
    [
      reply("Café closed", "", "We are sorry about the refund."),
      reply("Delay", "refund late", "It takes a day more, {{customer.name}}."),
      reply("Refund sent", "", "It is on its way."),
    ],
    values,
  );
  const namesOf = (search: string) => matchReplies(replies, search).map(({ name }) => name);

  it("finds all of them without a word, in their order", () => {
    expect(namesOf("")).toEqual(["Café closed", "Delay", "Refund sent"]);
  });

  it.each([
    ["refu", ["Refund sent", "Delay", "Café closed"]],
    ["CAFE", ["Café closed"]],
    ["late refund", ["Delay"]],
    ["refund way", ["Refund sent"]],
    ["okafor", ["Delay"]],
    ["efund", []],
    ["nothing", []],
  ])("goes by name, keywords and text, in this order, and by beginnings of words: %s", (search, names) => {
    expect(namesOf(search)).toEqual(names);
  });
});
