import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownHtml } from "@/lib/markdown/html";
import { keepByText } from "@/lib/markdown/kept";
import { type Block, readMarkdown } from "@/lib/markdown/markdown";
import { costRatio } from "../../support/work";

/** Every tag that may be there, with every attribute it may have, as it is written. */
const allowed = new RegExp(
  [
    "<(?:p|blockquote|ul|ol)(?: dir=auto)?(?: class=gap)?>",
    "<li(?: value=[1-9]\\d{0,8})?(?: class=gap)?>",
    "<pre dir=ltr>",
    "<(?:span|code|strong|em|del)>",
    '<a href="(?:https?:\\/\\/|mailto:)[^"<>]*" rel="noopener noreferrer nofollow ugc">',
    "<\\/(?:p|blockquote|ul|ol|li|pre|span|code|strong|em|del|a)>",
  ].join("|"),
  "gi",
);

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
const unescaped = (html: string) => html.replace(/&(amp|lt|gt|quot);/g, (_, name) => entities[name] ?? "");

/** What a parser makes of it: nothing is left that could be read as anything else than allowed tags and text. */
function parse(html: string): { words: string; tags: string[] } {
  const tags = html.match(allowed) ?? [];
  const text = html.replace(allowed, "");
  expect(text).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot);)/);
  return { words: unescaped(text), tags };
}

/** Each element ends where it should, so that none reaches out of its text. */
function isBalanced(tags: string[]): boolean {
  const open: string[] = [];
  for (const tag of tags) {
    const [, end, name] = /^<(\/?)(\w+)/.exec(tag) ?? [];
    if (!end) open.push(name ?? "");
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

const wordsOf = (blocks: Block[]): string =>
  blocks
    .map(block => {
      if (block.type === "text") return inlineWords(block.words);
      if (block.type === "code") return block.info + block.text;
      if (block.type === "quote") return wordsOf(block.blocks);
      return block.items.map(item => wordsOf(item.blocks)).join("");
    })
    .join("");

type Inlines = Extract<Block, { type: "text" }>["words"];
const inlineWords = (words: Inlines): string =>
  words
    .map(word => (typeof word === "string" ? word : "text" in word ? word.text : inlineWords(word.children)))
    .join("");

const markup = fc.string({
  unit: fc.constantFrom(
    ..."*_~`> -+1.)([]#|\\<&\t\n ab@:/\"'=;",
    "```\n",
    "https://a.test/",
    "\n> ",
    "\n  - ",
    "](https://a.test)",
    "[x](javascript:alert(1))",
    '[x](https://a.test/"onclick=alert(1)//)',
    "<script>",
    "</p><img src=x onerror=alert(1)>",
    "&lt;",
    "&#60;",
    "<!--",
    "]]>",
    "www.a.test/?a=1&b=2",
  ),
  maxLength: 120,
});
const anything = fc.oneof(markup, fc.string({ unit: "binary", maxLength: 80 }));

describe("the HTML of a text", () => {
  it("is allowed elements and attributes around the words as they were typed", () => {
    const isSafe = (text: string) => {
      const { words, tags } = parse(markdownHtml(text));
      expect(words).toBe(wordsOf(readMarkdown(text)));
      expect(isBalanced(tags)).toBe(true);
    };
    fc.assert(fc.property(anything, isSafe), { numRuns: 5_000 });
  });

  it("leads only where its links say, by the web or by mail", () => {
    const leads = (text: string) => {
      const addresses = [...markdownHtml(text).matchAll(/href="([^"]*)"/g)].map(([, href]) =>
        unescaped(href ?? ""),
      );
      for (const address of addresses) expect(new URL(address).protocol).toMatch(/^(https?|mailto):$/);
    };
    fc.assert(fc.property(markup, leads), { numRuns: 2_000 });
  });

  it.each([
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "</div></article><b>Support</b>",
    "[x](javascript:alert(1))",
    '[x](https://a.test/"><script>)',
    "`<b>`",
    "```<b>\n</code></pre><b>\n```",
    "<a href=https://a.test>&lt;&amp;",
    "<!-- -->",
  ])("has none of the HTML that was typed: %s", text => {
    expect(parse(markdownHtml(text)).words).toBe(wordsOf(readMarkdown(text)));
  });

  it("says where a link goes with its ampersands and quotes escaped", () => {
    expect(markdownHtml("https://a.test/?a=1&b=2")).toContain('href="https://a.test/?a=1&amp;b=2"');
  });

  it("keeps blanks, tabs and lines in their elements", () => {
    expect(markdownHtml("a\n\n- b\n\tc")).toBe(
      "<p dir=auto>a</p><ul dir=auto class=gap><li><p>b\n\tc</p></li></ul>",
    );
  });

  it("takes work in proportion to the length of a text, whatever it is", () => {
    const odd = ["<", "&lt;", '"', "> a\n", "- x\n", "*a* ", "`a` ", "a@b.cc "];
    for (const unit of odd) {
      const [long, short] = [unit.repeat(40_000), unit.repeat(5_000)];
      // Texts that were not read before.
      let mark = 0;
      const read = (text: string) => markdownHtml(`${text}${mark++}`);
      const readEightShort = () => Array.from({ length: 8 }, () => read(short));
      expect(
        costRatio(() => read(long), readEightShort),
        unit,
      ).toBeLessThan(4);
    }
  });
});

describe("what is made of a text", () => {
  const keeper = (most: number) => {
    const made: string[] = [];
    const make = keepByText(text => {
      made.push(text);
      return text.toUpperCase();
    }, most);
    return { made, make };
  };

  it("is made once", () => {
    const { made, make } = keeper(100);
    expect([make("a"), make("b"), make("a")]).toEqual(["A", "B", "A"]);
    expect(made).toEqual(["a", "b"]);
  });

  it("is kept up to so many characters, and never of a text that is longer", () => {
    const { made, make } = keeper(20);
    for (const text of ["long".repeat(10), "long".repeat(10), "abcd", "efgh", "abcd", "ijkl", "abcd"])
      make(text);
    expect(made.map(text => text.slice(0, 4))).toEqual(["long", "long", "abcd", "efgh", "ijkl", "abcd"]);
  });
});
