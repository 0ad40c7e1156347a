import { createElement, type FunctionComponent } from "react";
import { render, toPlainText } from "react-email";

type Element = { children: Element[]; data?: string; attribs?: Record<string, string | undefined> };
type Builder = {
  openBlock(options: { leadingLineBreaks: number; isPre?: boolean }): void;
  closeBlock(options: { trailingLineBreaks: number; blockTransform?: (text: string) => string }): void;
  openList(options: { leadingLineBreaks: number; interRowLineBreaks: number; maxPrefixLength: number }): void;
  openListItem(options: { prefix: string }): void;
  closeListItem(): void;
  closeList(options: { trailingLineBreaks: number }): void;
  addInline(words: string, options?: { noWordTransform: boolean }): void;
  addLineBreak(): void;
};

type Walk = (children: unknown[], builder: Builder) => void;

/** As many line ends as stand above what a person typed. */
const above = ({ attribs }: Element) => ({ leadingLineBreaks: attribs?.["data-gap"] === "yes" ? 2 : 1 });

/** What a person typed, with its spaces, tabs and lines. */
function typed(element: Element, walk: Walk, builder: Builder) {
  builder.openBlock({ ...above(element), isPre: true });
  walk(element.children, builder);
  // A block ends its last line by itself.
  builder.closeBlock({ trailingLineBreaks: 1, blockTransform: text => text.replace(/^\n(?=\n*$)/, "") });
}

/** A link in what a person typed, with where it leads, unless that is what they typed. */
function link(element: Element, walk: Walk, builder: Builder) {
  walk(element.children, builder);
  const href = element.attribs?.href ?? "";
  const words = element.children.map(({ data }) => data ?? "").join("");
  if (![words, `https://${words}`, `mailto:${words}`].includes(href)) builder.addInline(` <${href}>`);
}

/** Colour tells it from a name in the HTML part. */
function badge(element: Element, walk: Walk, builder: Builder) {
  builder.addInline("[");
  walk(element.children, builder);
  builder.addInline("]");
}

/** What was taken back must not read as if it stood. */
function deleted(element: Element, walk: Walk, builder: Builder) {
  builder.addInline("~~");
  walk(element.children, builder);
  builder.addInline("~~");
}

function quotation(element: Element, walk: Walk, builder: Builder) {
  builder.openBlock(above(element));
  walk(element.children, builder);
  const marked = (line: string) => (line === "" ? ">" : `> ${line}`);
  builder.closeBlock({
    trailingLineBreaks: 1,
    blockTransform: text => text.split("\n").map(marked).join("\n"),
  });
}

/** Items with the marks that they were typed with. */
function items(element: Element, walk: Walk, builder: Builder) {
  const prefixes = element.children.map(({ attribs }) => `${attribs?.["data-marker"]} `);
  const maxPrefixLength = Math.max(...prefixes.map(({ length }) => length));
  builder.openList({ ...above(element), interRowLineBreaks: 1, maxPrefixLength });
  element.children.forEach((child, at) => {
    builder.openListItem({ prefix: prefixes[at] ?? "" });
    walk(child.children, builder);
    builder.closeListItem();
  });
  builder.closeList({ trailingLineBreaks: 1 });
}

/** The label, and the address on a line of its own where no client can break it. */
function action(element: Element, walk: Walk, builder: Builder) {
  builder.openBlock({ leadingLineBreaks: 2 });
  walk(element.children, builder);
  builder.addInline(":");
  builder.addLineBreak();
  builder.addInline(element.attribs?.href ?? "", { noWordTransform: true });
  builder.closeBlock({ trailingLineBreaks: 2 });
}

const textOptions = {
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
