const longest = 20_000;

const fill = (part: string, length = longest) =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);
const lines = (count: number, line: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => line(place))
    .join("\n")
    .slice(0, longest);

/** Combining marks in the worst order for normalisation. */
export const towerOf = (length: number) => `a${fill("\u0301\u0323", length - 1)}`;

/** Texts of 20,000 characters, each the worst case of some algorithm. */
export const nastyTexts: Record<string, string> = {
  "emphasis that never closes": fill("*a "),
  "emphasis in all lengths": fill("*a **b ***c ****d "),
  "a run of stars": `${fill("*", longest - 1)}a`,
  "runs of stars around letters": fill(`${"*".repeat(23)}a`),
  "runs of underscores": fill("_a__b___c"),
  tildes: fill("~~a ~b"),
  "open brackets": fill("["),
  "brackets in brackets": `${fill("[", longest / 2)}${fill("]", longest / 2)}`,
  "links that never close": fill("[a](<b"),
  "links in links": fill("[a](b [c](d "),
  "pictures that never close": fill("![]("),
  "angle brackets": fill("<"),
  "tags that never close": fill("<a b='"),
  "backticks of all lengths": fill(lines(180, place => "`".repeat(place + 1)).replaceAll("\n", "a")),
  backslashes: fill("\\*"),
  "quotes in quotes": `${fill("> ", longest - 1)}a`,
  "lists in lists": lines(190, place => `${" ".repeat(place)}- a`),
  "lists in one line": `${fill("- ", longest - 1)}a`,
  "a table of many cells": `${fill("|a", 3_000)}\n${fill("|-", 3_000)}\n${fill("|b\n", 10_000)}`,
  "a quote of lists of quotes": lines(900, () => "> - > - > - a"),
  "a line of dashes": `${fill("-", longest - 1)}x`,
  addresses: fill("http://a.example/?b "),
  "mail addresses": fill("a@b.example "),
  "names of links": fill("[a]: b\n[a] "),
  "a line of spaces": `a${fill(" ", longest - 2)}b`,
  "an address without an end": fill("http://a.b/(((("),
  "an email address without an end": `${fill("a.", longest - 2)}@b`,
  schemes: fill("a"),
  "names of footnotes": fill("[^a]: b\n"),
  entities: fill("&amp;"),
  "lines of one letter": fill("a\n"),
  "empty lines": `a${fill("\n", longest - 2)}b`,
  "fences of code": fill("```\na\n"),
  "marks upon marks": towerOf(longest),
  "words that are all different": lines(2_800, place => (place * 104_729).toString(36)),
  pictures: fill("👩‍👩‍👧‍👦"),
  "text without spaces": fill("請求書が違います"),
};

export const markWord = "zeppelin";

export const withMark = (text: string) =>
  `${text.slice(0, longest - markWord.length - 1).toWellFormed()} ${markWord}`;

export const ordinaryText = `Hello,

since this morning the export of the monthly report stops after a few pages. It happened to two of my colleagues as
well, on different machines, so I do not think that it is the browser.

What I have tried:

- logging out and in again
- another browser, **Firefox** instead of Chrome
- a smaller range of dates, as described on https://help.example.org/export

> The export could not be finished.

is all that it says. In the list of jobs there is this:

\`\`\`
job 4711: export failed after 3 pages
job 4712: export failed after 3 pages
\`\`\`

Yesterday everything was fine. We need the report for a meeting on Thursday, so it would be great if you could have a look
before that. I can send you the files, or show you what happens on my screen. Until noon I am at my desk, later you can
reach me by telephone.

Thank you, and kind regards
Ada`;
