import type { DomNode, FormatCallback, HtmlToTextOptions } from "html-to-text";
import { createElement, type FunctionComponent } from "react";
import { render, toPlainText } from "react-email";

/** As many line ends as stand above what a person typed. */
const above = ({ attribs }: DomNode) => ({ leadingLineBreaks: attribs?.["data-gap"] === "yes" ? 2 : 1 });

/** What a person typed, with its spaces, tabs and lines. */
const typed: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ ...above(element), isPre: true });
  walk(element.children, builder);
  // A block ends its last line by itself.
  builder.closeBlock({ trailingLineBreaks: 1, blockTransform: text => text.replace(/^\n(?=\n*$)/, "") });
};

/** A link in what a person typed, with where it leads, unless that is what they typed. */
const link: FormatCallback = (element, walk, builder) => {
  walk(element.children, builder);
  const href = element.attribs?.href ?? "";
  const words = element.children.map(({ data }) => data ?? "").join("");
  if (![words, `https://${words}`, `mailto:${words}`].includes(href)) builder.addInline(` <${href}>`);
};

/** Colour tells it from a name in the HTML part. */
const badge: FormatCallback = (element, walk, builder) => {
  builder.addInline("[");
  walk(element.children, builder);
  builder.addInline("]");
};

/** What was taken back must not read as if it stood. */
const deleted: FormatCallback = (element, walk, builder) => {
  builder.addInline("~~");
  walk(element.children, builder);
  builder.addInline("~~");
};

const quotation: FormatCallback = (element, walk, builder) => {
  builder.openBlock(above(element));
  walk(element.children, builder);
  const marked = (line: string) => (line === "" ? ">" : `> ${line}`);
  builder.closeBlock({
    trailingLineBreaks: 1,
    blockTransform: text => text.split("\n").map(marked).join("\n"),
  });
};

/** Items with the marks that they were typed with. */
const items: FormatCallback = (element, walk, builder) => {
  const prefixes = element.children.map(({ attribs }) => `${attribs?.["data-marker"]} `);
  const maxPrefixLength = Math.max(...prefixes.map(({ length }) => length));
  builder.openList({ ...above(element), interRowLineBreaks: 1, maxPrefixLength });
  element.children.forEach((child, at) => {
    builder.openListItem({ prefix: prefixes[at] ?? "" });
    walk(child.children, builder);
    builder.closeListItem();
  });
  builder.closeList({ trailingLineBreaks: 1 });
};

/** The label, and the address on a line of its own where no client can break it. */
const action: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  walk(element.children, builder);
  builder.addInline(":");
  builder.addLineBreak();
  builder.addInline(element.attribs?.href ?? "", { noWordTransform: true });
  builder.closeBlock({ trailingLineBreaks: 2 });
};

const textOptions: HtmlToTextOptions = {
  formatters: { action, typed, link, badge, deleted, quotation, items },
  selectors: [
    ...["h1", "h2", "h3"].map(selector => ({ selector, options: { uppercase: false } })),
    { selector: "a", options: { linkBrackets: ["<", ">"], hideLinkHrefIfSameAsText: true } },
    { selector: "a.m-button", format: "action" },
    { selector: "a[rel]", format: "link" },
    { selector: "span.m-badge", format: "badge" },
    { selector: "del", format: "deleted" },
    ...["p", "pre"].map(name => ({ selector: `${name}[data-gap]`, format: "typed" })),
    { selector: "blockquote[data-gap]", format: "quotation" },
    ...["ul", "ol"].map(name => ({ selector: `${name}[data-gap]`, format: "items" })),
  ],
};

export type Message<Props> = {
  default: FunctionComponent<Props>;
  subject: (props: Props) => string;
};

/** The text part is made from the HTML part, so that both say the same. */
export async function renderMail<Props extends object>(message: Message<Props>, props: Props) {
  const html = await render(createElement(message.default, props));
  return { subject: message.subject(props), html, text: `${toPlainText(html, textOptions).trim()}\n` };
}
