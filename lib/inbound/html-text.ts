import "server-only";
import { convert, type DomNode, type FormatCallback, type HtmlToTextOptions } from "html-to-text";
import { flattenHtml } from "./flat-html";

/** Limits in characters: on the raw HTML, and after flattening. */
const maxRaw = 5_000_000;
const maxHtml = 250_000;

const blocks = new Set(
  "address article aside blockquote center div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul".split(
    " ",
  ),
);
const cellsOf = (row: DomNode) => (row.children ?? []).filter(({ name }) => name === "td" || name === "th");
const isPlain = (cell: DomNode) => !(cell.children ?? []).some(({ name }) => blocks.has(name ?? ""));

/** Data rows become lines with tabs; layout cells become paragraphs. */
const row: FormatCallback = (element, walk, builder) => {
  const cells = cellsOf(element);
  const isLine = cells.length > 1 && cells.every(isPlain);
  builder.openBlock({ leadingLineBreaks: 1 });
  cells.forEach((cell, index) => {
    if (isLine && index > 0) builder.addLiteral("\t");
    if (!isLine) builder.openBlock({ leadingLineBreaks: 1 });
    walk(cell.children ?? [], builder);
    if (!isLine) builder.closeBlock({ trailingLineBreaks: 1 });
  });
  builder.closeBlock({ trailingLineBreaks: 1 });
};

/** Marks embedded images, to tell pasted ones from quoted ones, and keeps emoji. */
const picture: FormatCallback = ({ attribs }, _, builder) => {
  const { src = "", alt = "" } = (attribs ?? {}) as Record<string, string>;
  if (/^cid:[^\s[\]]{1,200}$/i.test(src)) builder.addInline(`[${src}]`, { noWordTransform: true });
  else if (/^\p{Extended_Pictographic}/u.test(alt) && alt.length < 12) builder.addInline(alt);
};

const options: HtmlToTextOptions = {
  wordwrap: false,
  baseElements: { selectors: [] },
  limits: { maxInputLength: maxHtml },
  formatters: { row, picture },
  selectors: [
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map(selector => ({ selector, options: { uppercase: false } })),
    ...["head", "title", "hr"].map(selector => ({ selector, format: "skip" })),
    { selector: "img", format: "picture" },
    { selector: "table", format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: "tr", format: "row" },
    {
      selector: "a",
      options: { linkBrackets: ["<", ">"], hideLinkHrefIfSameAsText: true, noAnchorUrl: true },
    },
  ],
};

export function textOfHtml(html: string): { text: string; isCut: boolean } {
  const flat = flattenHtml(html.slice(0, maxRaw));
  return {
    text: convert(flat.slice(0, maxHtml), options).replace(/\n{3,}/g, "\n\n"),
    isCut: html.length > maxRaw || flat.length > maxHtml,
  };
}
