import type { InlineRule } from "./constructs";

export type Inline =
  | string
  | { type: "strong" | "emphasis" | "deleted"; children: Inline[] }
  | { type: "code"; text: string }
  | { type: "link"; href: string; children: Inline[] };

/** How many more elements a text may produce; the rest is shown as typed. */
export type Budget = { left: number; links: number };

// Each alternative starts with a different character and consumes all it can, which keeps matching linear.
const rules: Record<InlineRule, string> = {
  "code span": "(?<ticks>`+)",
  "inline link":
    "(?<!!)\\[(?<label>[^[\\]]{1,300})\\]\\((?<target>(?:https?:\\/\\/|mailto:)[^\\s()<>]*(?:\\([^\\s()<>]*\\)[^\\s()<>]*)*)\\)",
  "literal autolink":
    '(?<![\\p{L}\\p{N}])(?<web>(?:https?:\\/\\/|www\\.)[^\\s<>"“”«»。，、；！？）」』】》]+)|' +
    "(?<![\\p{L}\\p{N}.+_@-])(?<mail>(?:mailto:)?[\\p{L}\\p{N}.+_-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63})+)",
  "strong with stars": "(?<stars>\\*+)",
  "emphasis with stars": "(?<stars>\\*+)",
  "emphasis with underscores": "(?<lines>_+)",
  "strikethrough with two tildes": "(?<waves>~+)",
};
const anything = new RegExp([...new Set(Object.values(rules))].join("|"), "giu");
const marked = /[`*_~[@]|:\/\/|www\./i;

export function readLine(line: string, budget: Budget, isInLink = false): Inline[] {
  if (!marked.test(line) || budget.left <= 0) return line === "" ? [] : [line];
  const out = new Pairs(line, budget);
  const ends = endsOfCode(line);
  let plainFrom = 0;
  let from = 0;
  for (let match = nextIn(line, from); match && budget.left > 0; match = nextIn(line, from)) {
    const { index } = match;
    from = index + match[0].length;
    const { ticks, label, target, web, mail } = match.groups ?? {};
    const mayLink = !isInLink && budget.links > 0;
    let found: { node: Inline; length: number } | null = null;
    if (ticks) found = codeAt(line, index, ticks.length, ends.get(index));
    else if (label && target) found = mayLink ? linkAt(match[0], label, target, budget) : null;
    else if (web || mail) found = mayLink ? autolink(web ?? "", mail ?? "") : null;
    if (found) {
      if (typeof found.node === "object" && found.node.type === "link") budget.links--;
      out.text(line.slice(plainFrom, index));
      out.node(found.node);
      plainFrom = from = index + found.length;
    } else if (!ticks && !label && !web && !mail) {
      out.text(line.slice(plainFrom, index));
      out.mark(match[0], index);
      plainFrom = from;
    } else if (label) from = index + 1;
  }
  out.text(line.slice(plainFrom));
  return out.end();
}

/** One expression for all lines, also for the label that is read within its line. */
function nextIn(line: string, from: number): RegExpExecArray | null {
  anything.lastIndex = from;
  return anything.exec(line);
}

function endsOfCode(line: string): Map<number, number> {
  const ends = new Map<number, number>();
  const next = new Map<number, number>();
  for (const { index, 0: run } of [...line.matchAll(/`+/g)].reverse()) {
    const end = next.get(run.length);
    if (end !== undefined) ends.set(index, end);
    next.set(run.length, index);
  }
  return ends;
}

function codeAt(line: string, from: number, ticks: number, end: number | undefined) {
  if (end === undefined || isWord(line[from - 1]) || isWord(line[end + ticks])) return null;
  const text = line.slice(from + ticks, end);
  // Leave `such' quotes alone.
  if (/^\s|\s$/.test(text)) return null;
  return { node: { type: "code", text } as const, length: end + ticks - from };
}

function linkAt(typed: string, label: string, target: string, budget: Budget) {
  // Refuse a label that is itself another address: it would mislead about where the link goes.
  if (!URL.canParse(target) || (/:\/\/|www\./i.test(label) && label !== target)) return null;
  budget.left--;
  const children = readLine(label, budget, true);
  return { node: { type: "link", href: target, children } as const, length: typed.length };
}

function autolink(web: string, mail: string) {
  const typed = withoutTail(web || mail);
  const href = web ? webAddress(typed) : typed.replace(/^(?!mailto:)/i, "mailto:");
  if (!URL.canParse(href) || (web && !/^(?:https?:\/\/|www\.)[\p{L}\p{N}[]/iu.test(typed))) return null;
  const node: Inline = { type: "link", href, children: [typed] };
  return { node, length: typed.length };
}

const webAddress = (typed: string) => (/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);

function withoutTail(address: string): string {
  let open = count(address, "(") - count(address, ")");
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1] ?? "";
    if (last === ")" && open < 0) open++;
    else if (!/[.,;:!?'’*_~\]]/.test(last)) break;
  }
  return address.slice(0, end);
}

const count = (text: string, letter: string) => text.split(letter).length - 1;

const isWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}_`]/u.test(letter);

type Kind = { wraps: ("strong" | "emphasis" | "deleted")[]; before: RegExp; after: RegExp };
// Scripts without spaces between words.
const spaceless = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}";
const around = {
  before: new RegExp(`^$|[\\s([{"'“‘«‹„¿¡—–:*_~${spaceless}]`, "u"),
  after: new RegExp(`^$|[\\s.,;:!?…)\\]}"'”’»›—–*_~${spaceless}。，、；：！？）」]`, "u"),
};
const kinds: Record<string, Kind> = {
  "*": { wraps: ["emphasis"], ...around },
  "**": { wraps: ["strong"], ...around },
  "***": { wraps: ["strong", "emphasis"], ...around },
  "~~": { wraps: ["deleted"], ...around },
  // Identifiers in code contain underscores, so allow these only around whole words.
  _: { wraps: ["emphasis"], before: /^$|[\s(*~]/, after: /^$|[\s.,;:!?)*~]/ },
};
const begins = /[\p{L}\p{N}\p{Extended_Pictographic}"'“‘«([`#$€£@&¿¡*_~]/u;
const finishes = /[\p{L}\p{N}\p{M}\p{Extended_Pictographic}.!?…,:;)\]"'”’»%`*_~]/u;

/** Pairs emphasis marks around whole words. At most one of each kind is open, so nesting stays shallow. */
class Pairs {
  private out: Inline[] = [];
  private open = new Map<string, number>();

  constructor(
    private line: string,
    private budget: Budget,
  ) {}

  text(text: string): void {
    if (text !== "") this.out.push(text);
  }

  node(node: Inline): void {
    this.budget.left--;
    this.out.push(node);
  }

  mark(run: string, at: number): void {
    const kind = Object.hasOwn(kinds, run) ? kinds[run] : undefined;
    const before = letterBefore(this.line, at);
    const after = letterAt(this.line, at + run.length);
    const start = this.open.get(run);
    const isEnd = kind?.after.test(after) && finishes.test(before);
    if (kind && isEnd && start !== undefined && start < this.out.length - 1) {
      this.close(run, kind, start);
      return;
    }
    if (kind?.before.test(before) && begins.test(after)) this.open.set(run, this.out.length);
    this.out.push(run);
  }

  private close(run: string, { wraps }: Kind, start: number): void {
    let children = joined(this.out.splice(start).slice(1));
    for (const type of wraps.toReversed()) children = [{ type, children }];
    this.budget.left -= wraps.length;
    this.out.push(...children);
    for (const [other, at] of this.open) if (at >= start) this.open.delete(other);
    this.open.delete(run);
  }

  end(): Inline[] {
    return joined(this.out);
  }
}

const letterBefore = (line: string, at: number) => [...line.slice(Math.max(0, at - 2), at)].at(-1) ?? "";
const letterAt = (line: string, at: number) => [...line.slice(at, at + 2)][0] ?? "";

export function joined(parts: Inline[]): Inline[] {
  const whole: Inline[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") whole[whole.length - 1] = last + part;
    else whole.push(part);
  }
  return whole;
}
