type Construct = { on: boolean; sample: string };

/**
 * CommonMark 0.31 and GitHub's extension: parsed (on) or shown as typed (off). Only what nobody types by accident is
 * on (docs/decisions/0022).
 */
export const blocks = {
  "block quote": { on: true, sample: "> quoted" },
  "bullet list": { on: true, sample: "- one\n- two" },
  "ordered list": { on: true, sample: "1. one\n2. two" },
  "fenced code": { on: true, sample: "```\ncode\n```" },
  "bullet list with a plus": { on: false, sample: "+ an added line" },
  "ordered list with a parenthesis": { on: false, sample: "1) pump\n2) valve" },
  "number with a zero in front": { on: false, sample: "007. Bond\n0. none\n05) valve" },
  "blanks after the mark of an item": { on: false, sample: "-    x\n1.  y\n*\tz" },
  "lazy continuation": { on: false, sample: "no quote\nbelow" },
  "indented code": { on: false, sample: "    at Desk.open (desk.ts:12)" },
  "heading with number signs": { on: false, sample: "# a comment of a shell" },
  "underlined heading": { on: false, sample: "Total\n=====" },
  "thematic break": { on: false, sample: "* * *" },
  "link reference definition": { on: false, sample: "[1]: https://example.org" },
  "HTML block": { on: false, sample: "<config>\n  <port>80</port>\n</config>" },
  table: { on: false, sample: "| a | b |\n|---|---|\n| 1 | 2 |" },
  "footnote definition": { on: false, sample: "[^1]: a note" },
} as const satisfies Record<string, Construct>;

export const inlines = {
  "code span": { on: true, sample: "press `Tab` twice" },
  "strong with stars": { on: true, sample: "a **strong** word" },
  "emphasis with stars": { on: true, sample: "an *important* word" },
  "emphasis with underscores": { on: true, sample: "an _important_ word" },
  "strikethrough with two tildes": { on: true, sample: "~~done~~" },
  "inline link": { on: true, sample: "[the guide](https://example.org/guide)" },
  "literal autolink": { on: true, sample: "see https://example.org/a" },
  "strong with underscores": { on: false, sample: "def __init__ here" },
  "strikethrough with one tilde": { on: false, sample: "5~10 minutes, ~20~" },
  "marks inside a word": { on: false, sample: "2*3*4 and snake_case_name and a**b**c" },
  "autolink in angle brackets": { on: false, sample: "<id>" },
  "backslash escape": { on: false, sample: "\\\\server\\_new\\*.log" },
  entity: { on: false, sample: "&amp; &copy; &#35;" },
  "raw HTML": { on: false, sample: "a <b>bold</b> claim<br>" },
  picture: { on: false, sample: "![a picture](picture.png)" },
  "reference link": { on: false, sample: "[text][1] and [text]" },
  "hard line break with a backslash": { on: false, sample: "one\\\ntwo" },
  "joined lines": { on: false, sample: "one\ntwo  \n\tthree" },
  "task list item": { on: false, sample: "[x] done" },
  "footnote reference": { on: false, sample: "a claim[^1]" },
} as const satisfies Record<string, Construct>;

type On<T extends Record<string, Construct>> = {
  [K in keyof T]: T[K]["on"] extends true ? K : never;
}[keyof T];

/** The compiler requires exactly one rule per construct that is on. */
export type BlockRule = On<typeof blocks>;
export type InlineRule = On<typeof inlines>;
