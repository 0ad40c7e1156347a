// Quotations and lists many times inside each other, on one line.
const nested = /^(?:[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])){12,}/m;
// Emphasis opened very often at one place.
const run = /(?<![*_])[*_]{24,}(?![\s*_]|$)/m;
const marks = /[*_~]+|!?\[|^[ \t]*[-=>]/gm;
const mostMarks = 500;

/**
 * Markdown that nobody writes by hand: reading it takes many seconds or overflows the stack, so that a few
 * thousand brackets could stop the sending of mail. It is shown as plain text instead.
 */
export function isIntricate(markdown: string) {
  return nested.test(markdown) || run.test(markdown) || (markdown.match(marks)?.length ?? 0) > mostMarks;
}
