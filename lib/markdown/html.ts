import { escaped, type Html } from "../text/html";
import type { Inline } from "./inline";
import { keepByText } from "./kept";
import { type Block, type Item, readMarkdown } from "./markdown";
import { type Mentioned, markMentions } from "./mentions";

const mostKept = 2_000_000;

/** What becomes of the words themselves. */
type Write = (typed: string) => string;

/** A text as HTML for `components/ui/markdown.tsx`, made once for the same text. */
export const markdownHtml = keepByText(text => htmlOf(text, escaped), mostKept);

/** The same, with those marked whom it mentions. Names change, so it is not kept. */
export const markdownWithMentions = (text: string, mentions: readonly Mentioned[]): Html =>
  htmlOf(text, typed =>
    markMentions(typed, mentions, {
      plain: escaped,
      mention: name => `<mark>@<bdi>${escaped(name)}</bdi></mark>`,
    }),
  );

const htmlOf = (text: string, write: Write) => blocksOf(readMarkdown(text), write, " dir=auto") as Html;

/** `dir`: inside of a quote or a list, its own direction holds. */
const blocksOf = (blocks: Block[], write: Write, dir = ""): string =>
  blocks.map(block => blockOf(block, write, dir)).join("");

// Without quotes around values of our own: a page holds this twice, the second time escaped.
function blockOf(block: Block, write: Write, dir: string): string {
  const gap = block.gap ? " class=gap" : "";
  switch (block.type) {
    case "text":
      return `<p${dir}${gap}>${wordsOf(block.words, write)}</p>`;
    case "code": {
      const info = block.info && `<span>${escaped(block.info)}</span>`;
      return `<pre dir=ltr>${info}<code>${escaped(block.text)}</code></pre>`;
    }
    case "quote":
      return `<blockquote${dir}${gap}>${blocksOf(block.blocks, write)}</blockquote>`;
    case "list": {
      const list = block.isOrdered ? "ol" : "ul";
      const items = block.items.map(item => itemOf(item, write, block.isOrdered)).join("");
      return `<${list}${dir}${gap}>${items}</${list}>`;
    }
  }
}

/** Shows the typed number, whatever the item's position. */
function itemOf({ marker, blocks, gap }: Item, write: Write, isOrdered: boolean): string {
  const value = isOrdered ? ` value=${Number.parseInt(marker, 10)}` : "";
  return `<li${value}${gap ? " class=gap" : ""}>${blocksOf(blocks, write)}</li>`;
}

const wordsOf = (words: Inline[], write: Write): string => words.map(word => wordOf(word, write)).join("");

function wordOf(word: Inline, write: Write): string {
  if (typeof word === "string") return write(word);
  switch (word.type) {
    case "code":
      return `<code>${escaped(word.text)}</code>`;
    case "link":
      return `<a href="${escaped(word.href)}" rel="noopener noreferrer nofollow ugc">${wordsOf(word.children, write)}</a>`;
    case "strong":
      return `<strong>${wordsOf(word.children, write)}</strong>`;
    case "emphasis":
      return `<em>${wordsOf(word.children, write)}</em>`;
    case "deleted":
      return `<del>${wordsOf(word.children, write)}</del>`;
  }
}
