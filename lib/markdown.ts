const mostLetters = 40_000;
const mostDepth = 20;
// Every line is weighed against every level that is open, so the two count together.
const mostLinesTimesDepth = 2_000;
const mostIndent = 80;
const mostCells = 3_000;
const mostMarks = 1_500;

// "> - 1. " and the like, at the start of a line: each mark opens one more level.
const containers = /^(?:[ \t]*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))+/;
// Emphasis opened very often at one place.
const emphasisRun = /(?<![*_])[*_]{24,}(?![\s*_]|$)/m;
const delimiterRow = /^[\s>|:-]*-[\s>|:-]*$/;

function deepestLine(lines: string[]): number {
  return Math.max(...lines.map(line => containers.exec(line)?.[0].match(/>|[-+*]|\d+[.)]/g)?.length ?? 0), 0);
}

/** A table is filled up to its full width on every line, so a few letters can ask for millions of cells. */
function cells(lines: string[]): number {
  const widths = lines.filter(line => delimiterRow.test(line)).map(line => line.split("|").length);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  return widest * lines.length;
}

/**
 * Whether a text is small enough in every way to be read as Markdown. One that is not (thousands of nested
 * quotes, a table of millions of cells) would hold up or bring down the whole desk; it is shown as it was typed.
 */
export function isModest(text: string): boolean {
  if (text.length > mostLetters || emphasisRun.test(text)) return false;
  if ((text.match(/[*_`~[\]<&!@]|:\/\/|www\./g)?.length ?? 0) > mostMarks) return false;
  const lines = text.split(/\r\n|\r|\n/);
  const depth = deepestLine(lines);
  return (
    depth <= mostDepth &&
    lines.length * Math.max(depth, 1) <= mostLinesTimesDepth &&
    lines.every(line => line.search(/[^ \t]|$/) <= mostIndent) &&
    cells(lines) <= mostCells
  );
}
