import fc from "fast-check";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { EntryMessage } from "@/components/requests/entry-message";
import type { ToldDay, ToldHistory } from "@/components/requests/told";
import { htmlOf } from "@/components/ui/html-of";
import { Icon } from "@/components/ui/icon";
import { markdownHtml } from "@/lib/markdown/html";

/** React's HTML, spelt as ours: what is true has a value, and nothing is closed that cannot be. */
const byReact = (node: ReactNode) =>
  renderToStaticMarkup(node)
    .replaceAll("/>", ">")
    .replaceAll("&#x27;", "'")
    .replaceAll(' hidden=""', ' hidden="true"');

const typed = fc.string({ unit: fc.constantFrom("a", "<", ">", '"', "'", "&", "/", "=", " ", "é", "&lt;") });
const attributes = fc.record(
  {
    className: typed,
    title: typed,
    dir: fc.constant("auto"),
    hidden: fc.boolean(),
    "aria-hidden": fc.constantFrom(true, undefined),
    "aria-label": typed,
    id: fc.integer(),
  },
  { requiredKeys: [] },
);
const tree = fc.letrec<{ node: ReactNode }>(tie => ({
  node: fc.oneof(
    { maxDepth: 4 },
    typed,
    fc.integer(),
    fc.constantFrom(null, undefined, false, true),
    fc.array(tie("node"), { maxLength: 3 }).map(nodes => createElement("div", null, ...nodes)),
    fc
      .tuple(fc.constantFrom("span", "p", "bdi", "mark"), attributes, tie("node"))
      .map(([tag, props, inner]) => createElement(tag, props, inner)),
  ),
})).node;

it("plain elements are written as React writes them, whatever was typed", () => {
  fc.assert(
    fc.property(tree, node => {
      expect(htmlOf(node)).toBe(byReact(node));
    }),
  );
});

it("components without state, fragments, icons and empty elements are written, too", () => {
  const node = (
    <>
      <Icon name="lock" className="size-3" />
      <p>{["one", " ", 2]}</p>
      {createElement("img", { src: "/a.png", alt: "&", loading: "lazy" })}
    </>
  );
  expect(htmlOf(node)).toBe(byReact(node));
});

it("an entry of a history is the same whoever writes it", () => {
  const told = {
    authors: [
      {
        said: [{ who: "<Eve>" }, " wrote"],
        face: { initials: "E", look: "tint" },
        look: "support",
        side: "Support",
      },
    ],
    path: "/requests/LDG-1",
    language: "en-GB",
    words: { link: [["At "], []], edit: "Edit" },
  } as unknown as ToldHistory;
  const day = { exact: ["Monday at ", ""] } as unknown as ToldDay;
  const entry = {
    facts: "7|2026-11-24T12:00:00Z|12:00|0|offered",
    html: markdownHtml("It is **on** <fire> & 'burns'"),
    files: { list: [{ id: "f", name: '"a".png', size: "3 kB", width: 4, height: 3 }], picture: "Picture" },
    outcome: ["Now ", { status: "resolved", label: "Resolved" }],
  } as const;
  const drawn = <EntryMessage entry={entry as never} day={day} told={told} form={null} />;
  expect(htmlOf(drawn)).toBe(byReact(drawn));
});
