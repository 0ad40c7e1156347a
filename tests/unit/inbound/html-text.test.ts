import { describe, expect, it } from "vitest";
import { textOfHtml } from "@/lib/inbound/html-text";
import { costRatio } from "../../support/work";

const read = (html: string) => textOfHtml(html).text;

describe("HTML becomes the words that it shows", () => {
  it.each([
    ["paragraphs", "<p>One</p><p>Two</p>", "One\n\nTwo"],
    ["lines", "<div>One</div><div>Two<br>Three</div>", "One\nTwo\nThree"],
    [
      "no pictures but the mail's own",
      'a <img src="https://t.test/x.gif" alt="track"> b <img src="cid:1@x">',
      "a b [cid:1@x]",
    ],
    ["signs that are pictures", '<img src="https://x.test/1.png" alt="😀"> hi', "😀 hi"],
    [
      "links",
      '<a href="https://a.test/x">here</a> <a href="https://a.test">https://a.test</a>',
      "here <https://a.test/x> https://a.test",
    ],
    ["quotes", "<blockquote>One<br>Two</blockquote>", "> One\n> Two"],
    ["lists", "<ul><li>One</li><li>Two</li></ul>", " * One\n * Two"],
    [
      "rows of a table",
      "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>",
      "a\tb\nc\td",
    ],
    [
      "cells that lay out a page",
      "<table><tr><td><div>One</div></td><td><p>Two</p></td></tr></table>",
      "One\n\nTwo",
    ],
    ["no lines, styles, scripts or comments", "<style>a{}</style><hr>x<script>y</script><!-- z -->", "x"],
    ["long lines whole", `<p>${"word ".repeat(100)}end</p>`, `${"word ".repeat(100)}end`],
    ["headings as they are", "<h1>Hello there</h1>x", "Hello there\n\nx"],
    [
      "words inside elements that nest deeper than people do",
      `${"<div>".repeat(500)}x<blockquote>y`,
      "x\n\n> y",
    ],
    ["angle brackets", "a &lt;id&gt; b", "a <id> b"],
  ])("%s", (_, html, text) => {
    expect(read(html).trim()).toBe(text.trim());
  });
});

/** What is large, deep or never ends, and what a parser has to look for again and again. */
const evils = [
  "<div>",
  "<blockquote>",
  "<table><tr><td>",
  "<td>",
  "<b>",
  "<",
  "<a href=x>",
  "&",
  "<ul><li>",
  "<li>x",
  "<style>",
  "<script>",
  "<!--",
  "data:image/",
  "<a b=c ",
  "<p>",
  "<br>",
  "<pre>",
  " ",
  "x",
  "</div>",
  "<blockquote>a<br>",
  "<td colspan=100000 rowspan=100000>a</td>",
  "<style>a</style>",
  "<ol><li>a",
];

describe("the most expensive HTML", () => {
  const size = 400_000;
  const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  const ratio = (html: string, ordinary: string) =>
    costRatio(
      () => textOfHtml(html),
      () => textOfHtml(ordinary),
    );

  it.each(evils)("costs little more than an ordinary mail of its length: %s", piece => {
    const ordinary = fill("<div>Hello there, it is still <b>burning</b>.<br></div>\n");
    expect(ratio(fill(piece), ordinary)).toBeLessThan(12);
  });

  it("costs little more with many quotes around it, and does not grow without end", () => {
    const html = "<blockquote>".repeat(2_000) + fill("a<br>");
    expect(ratio(html, fill("<div>Hello there</div>\n"))).toBeLessThan(20);
    expect(read(html).length).toBeLessThan(10 * size);
  });
});
