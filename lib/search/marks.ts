import { fold, foldWithPlaces } from "../text/fold";
import { needlesOf, type Term } from "./terms";

/** Plain text, even if it looks like markup. */
export type Stretch = { text: string; isHit: boolean };
type Range = { from: number; to: number };

const before = 40;
const most = 180;

export function markWords(text: string, terms: Term[]): Stretch[] {
  return cut(text, rangesOf(text, terms), 0, text.length);
}

export function snippetOf(text: string, terms: Term[]): Stretch[] | null {
  const whole = text.replace(/\s+/g, " ").trim();
  const window = windowOf(whole, terms);
  const line = whole.slice(window.from, window.to);
  const ranges = rangesOf(line, terms);
  const first = ranges[0];
  if (!first) return null;
  const start = first.from <= before ? 0 : line.indexOf(" ", first.from - before) + 1 || first.from;
  const from = Math.min(start, first.from);
  const space = line.lastIndexOf(" ", from + most);
  const to = line.length - from <= most ? line.length : space > first.to ? space : from + most;
  const stretches = cut(line, ranges, from, to);
  return [
    ...(window.from + from > 0 ? [{ text: "… ", isHit: false }] : []),
    ...stretches,
    ...(window.from + to < whole.length ? [{ text: " …", isHit: false }] : []),
  ];
}

const block = 500;

/** The part of a long text with the first hit, so that only this part is mapped letter by letter. */
function windowOf(text: string, terms: Term[]): Range {
  // Cuts at a space: the rest of a split word would look like the beginning of one.
  const wordAt = (at: number) => Math.max(at <= 0 ? 0 : text.lastIndexOf(" ", at), at - block, 0);
  for (let at = 0; at < text.length; at += block) {
    const to = at + 2 * block;
    if (to >= text.length || countHits(text.slice(wordAt(at), to), terms) > 0)
      return { from: wordAt(at - before), to };
  }
  return { from: 0, to: text.length };
}

export function countHits(text: string, terms: Term[]): number {
  const folded = fold(text);
  const plain = text.toLowerCase();
  return terms.filter(term =>
    term.exact === null
      ? needlesOf(term).some(needle => folded.includes(needle))
      : plain.includes(term.exact),
  ).length;
}

function rangesOf(text: string, terms: Term[]): Range[] {
  const { folded, places } = foldWithPlaces(text);
  const ranges: Range[] = [];
  for (const needle of terms.flatMap(needlesIn)) {
    const skip = needle.startsWith(" ") ? 1 : 0;
    for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
      const from = places[at + skip] ?? 0;
      let end = at + needle.length;
      while (places[end] === places[end - 1]) end++;
      ranges.push({ from, to: endOf(text, from, places[end] ?? text.length) });
    }
  }
  return merge([...ranges, ...terms.flatMap(({ exact }) => exactRangesOf(text, exact))]);
}

const patterns = new Map<string, RegExp>();

/** Of one or two letters with one or two signs there are few thousand. */
function patternOf(exact: string): RegExp {
  const pattern = patterns.get(exact) ?? new RegExp(`(?<![a-z0-9])${exact.replace(/[+#]/g, "\\$&")}`, "gi");
  patterns.set(exact, pattern);
  return pattern;
}

function exactRangesOf(text: string, exact: string | null): Range[] {
  if (exact === null) return [];
  return [...text.matchAll(patternOf(exact))].map(({ index }) => ({ from: index, to: index + exact.length }));
}

function endOf(text: string, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length;
}

function needlesIn(term: Term): string[] {
  if (term.exact !== null) return [];
  return [...needlesOf(term), ...(term.digits ? [` ${term.digits}`] : [])];
}

function merge(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else merged.push({ ...range });
  }
  return merged;
}

function cut(text: string, ranges: Range[], from: number, to: number): Stretch[] {
  const stretches: Stretch[] = [];
  let at = from;
  const add = (until: number, isHit: boolean) => {
    const end = Math.min(until, to);
    if (end > at) stretches.push({ text: text.slice(at, end), isHit });
    at = Math.max(at, end);
  };
  for (const range of ranges) {
    if (range.to <= from || range.from >= to) continue;
    add(range.from, false);
    add(range.to, true);
  }
  add(to, false);
  return stretches;
}
