import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Resolution } from "@/lib/generated/enums";
import { say, sayRich } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { lineOf, toldBy } from "@/lib/requests/history-line";
import { moveCode, outcomeOf, resolutionCode, statusCode } from "@/lib/requests/labels";
import { moveNames, statusNames } from "@/lib/requests/lifecycle";
import { doneLine } from "@/lib/requests/timeline";

const t = translatorOf("en");

describe("the labels", () => {
  it("are there for each status on each side, each resolution and each move", () => {
    const codes = [
      ...statusNames.flatMap(status => [statusCode(status, "customer"), statusCode(status, "agent")]),
      ...Object.values(Resolution).map(resolutionCode),
      ...moveNames.flatMap(move => [moveCode(move, "label"), moveCode(move, "hint")]),
    ];
    for (const code of codes) expect(t.has(code) && t(code)).toMatch(/\w/);
  });

  it("of an outcome are those of the request's type, also in its parts", () => {
    const own = translatorOf("en", {
      "statuses.desk.resolved@orders": "Delivered",
      "resolutions.done": "In time",
    });
    const outcome = outcomeOf("resolved", "done", "agent");
    expect(say(t, outcome)).toBe("Resolved: Done");
    expect(say(own.ofType("orders"), outcome)).toBe("Delivered: In time");
    expect(say(t, outcomeOf("resolved", "by_customer", "customer"))).toBe("Resolved by customer");
    expect(say(t, outcomeOf("waiting_for_customer", null, "customer"))).toBe("Waiting for you");
  });
});

describe("a line of a history", () => {
  it("is one sentence with the name in it, and another one about its reader", () => {
    const line = lineOf("history.gave", { person: { code: "history.somebody" } });
    expect(say(t, toldBy(line, { name: "Ada" }))).toBe("Ada gave the request to somebody");
    expect(say(t, toldBy(line, { name: "Ada", mine: true }))).toBe("You gave the request to somebody");
    expect(say(t, toldBy(lineOf("history.moved"), { name: null }))).toBe("The desk changed the status");
  });

  it("has the name wherever a language puts it", () => {
    const own = translatorOf("en", { "history.left": "Gone from here is <who>{name}</who>." });
    const said = toldBy(lineOf("history.left"), { name: "<b>Ada</b>" });
    expect(say(own, said)).toBe("Gone from here is <b>Ada</b>.");
    expect(renderToStaticMarkup(sayRich(own, said, { who: name => createElement("b", null, name) }))).toBe(
      "Gone from here is <b>&lt;b&gt;Ada&lt;/b&gt;</b>.",
    );
  });

  it("of a move is its own where it has one, and not of a move of another release", () => {
    expect(doneLine("kill")?.code).toBe("moves.kill.done");
    for (const move of ["start", "parked_by_a_later_release", "kill.done", "constructor"])
      expect(doneLine(move)).toBeUndefined();
  });
});

it("a list in a sentence is joined as the language joins lists", () => {
  const names = ["a.png", "b.png"].map(text => ({ code: "history.quoted", params: { text } }) as const);
  const said = toldBy(lineOf("history.unseen.attached", { files: names }), { name: "Ada" });
  expect(say(t, said)).toBe("Ada attached “a.png” and “b.png”");
});

it.each([
  [1, "one"],
  [2, "one; two"],
  [3, "one; two; three"],
  [5, "one; two; three; and 2 more"],
])("what is new is told up to three things: %i", (count, told) => {
  expect(t("history.unseen", { count, first: "one", second: "two", third: "three" })).toBe(told);
});
