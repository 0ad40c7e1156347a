import { foldWithPlaces } from "./fold";
import { needleOf, type Term } from "./terms";

/** A stretch of text, marked where it is what was looked for. Plain text, whatever it looks like. */
export type Stretch = { text: string; isHit: boolean };
type Range = { from: number; to: number };

const before = 40;
const most = 180;

/** The whole text, with what the terms hit marked. */
export function markWords(text: string, terms: Term[]): Stretch[] {
  return cut(text, rangesOf(text, terms), 0, text.length);
}

/** The text around the first hit, marked; null where there is none. */
export function snippetOf(text: string, terms: Term[]): Stretch[] | null {
  const line = text.replace(/\s+/g, " ").trim();
  const ranges = rangesOf(line, terms);
  const first = ranges[0];
  if (!first) return null;
  const start = first.from <= before ? 0 : line.indexOf(" ", first.from - before) + 1 || first.from;
  const from = Math.min(start, first.from);
  const space = line.lastIndexOf(" ", from + most);
  const to = line.length - from <= most ? line.length : space > first.to ? space : from + most;
  const stretches = cut(line, ranges, from, to);
  return [
    ...(from > 0 ? [{ text: "… ", isHit: false }] : []),
    ...stretches,
    ...(to < line.length ? [{ text: " …", isHit: false }] : []),
  ];
}

/** How many of the terms stand in the text. */
export function countHits(text: string, terms: Term[]): number {
  const { folded } = foldWithPlaces(text);
  return terms.filter(term => folded.includes(needleOf(term))).length;
}

function rangesOf(text: string, terms: Term[]): Range[] {
  const { folded, places } = foldWithPlaces(text);
  const ranges: Range[] = [];
  for (const needle of needlesOf(terms)) {
    const skip = needle.startsWith(" ") ? 1 : 0;
    for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
      const from = places[at + skip] ?? 0;
      let end = at + needle.length;
      while (places[end] === places[end - 1]) end++;
      ranges.push({ from, to: endOf(text, from, places[end] ?? text.length) });
    }
  }
  return merge(ranges);
}

/** A mark ends with its word: what stands between it and the next one stays outside. */
function endOf(text: string, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length;
}

// Of a reference the digits are marked, too.
function needlesOf(terms: Term[]): string[] {
  return terms.flatMap(term => [needleOf(term), ...(term.digits ? [` ${term.digits}`] : [])]);
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
