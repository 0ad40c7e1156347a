import type { FormatCallback, HtmlToTextOptions } from "html-to-text";
import { createElement, type FunctionComponent } from "react";
import { render, toPlainText } from "react-email";

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
  formatters: { action },
  selectors: [
    ...["h1", "h2", "h3"].map(selector => ({ selector, options: { uppercase: false } })),
    { selector: "a", options: { linkBrackets: ["<", ">"], hideLinkHrefIfSameAsText: true } },
    { selector: "a.m-button", format: "action" },
    { selector: '[data-text-format="dataTable"]', options: { uppercaseHeaderCells: false } },
    { selector: "hr", options: { length: 12 } },
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
