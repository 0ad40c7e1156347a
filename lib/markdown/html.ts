import type { Inline } from "./inline";
import { keepByText } from "./kept";
import { type Block, type Item, readMarkdown } from "./markdown";

declare const written: unique symbol;
/** HTML of this module: elements of ours around escaped text. */
export type Html = string & { readonly [written]: true };

const mostKept = 2_000_000;

/** A text as HTML for `components/ui/markdown.tsx`, made once for the same text. */
export const markdownHtml = keepByText(text => blocksOf(readMarkdown(text), " dir=auto") as Html, mostKept);

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Everything that is typed passes here, as text or between the quotes of an attribute. */
const escaped = (typed: string) => typed.replace(/[&<>"]/g, letter => entities[letter] ?? "");

/** `dir`: inside of a quote or a list, its own direction holds. */
const blocksOf = (blocks: Block[], dir = "") => blocks.map(block => blockOf(block, dir)).join("");

// Without quotes around values of our own: a page holds this twice, the second time escaped.
function blockOf(block: Block, dir: string): string {
  const gap = block.gap ? " class=gap" : "";
  switch (block.type) {
    case "text":
      return `<p${dir}${gap}>${wordsOf(block.words)}</p>`;
    case "code": {
      const info = block.info && `<span>${escaped(block.info)}</span>`;
      return `<pre dir=ltr>${info}<code>${escaped(block.text)}</code></pre>`;
    }
    case "quote":
      return `<blockquote${dir}${gap}>${blocksOf(block.blocks)}</blockquote>`;
    case "list": {
      const list = block.isOrdered ? "ol" : "ul";
      const items = block.items.map(item => itemOf(item, block.isOrdered)).join("");
      return `<${list}${dir}${gap}>${items}</${list}>`;
    }
  }
}

/** Shows the typed number, whatever the item's position. */
function itemOf({ marker, blocks, gap }: Item, isOrdered: boolean): string {
  const value = isOrdered ? ` value=${Number.parseInt(marker, 10)}` : "";
  return `<li${value}${gap ? " class=gap" : ""}>${blocksOf(blocks)}</li>`;
}

const wordsOf = (words: Inline[]): string => words.map(wordOf).join("");

function wordOf(word: Inline): string {
  if (typeof word === "string") return escaped(word);
  switch (word.type) {
    case "code":
      return `<code>${escaped(word.text)}</code>`;
    case "link":
      return `<a href="${escaped(word.href)}" rel="noopener noreferrer nofollow ugc">${wordsOf(word.children)}</a>`;
    case "strong":
      return `<strong>${wordsOf(word.children)}</strong>`;
    case "emphasis":
      return `<em>${wordsOf(word.children)}</em>`;
    case "deleted":
      return `<del>${wordsOf(word.children)}</del>`;
  }
}
