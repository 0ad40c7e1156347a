import type { BlockRule } from "./constructs";
import { type Budget, type Inline, joined, readLine } from "./inline";

export type Text = { type: "text"; words: Inline[] };
export type Code = { type: "code"; info: string; text: string };
export type Item = { marker: string; blocks: Block[]; gap?: true };
export type List = { type: "list"; isOrdered: boolean; items: Item[] };
export type Quote = { type: "quote"; blocks: Block[] };
/** `gap`: an empty line precedes it. Further empty lines are text. */
export type Block = (Text | Code | List | Quote) & { gap?: true };

/** Limits on elements per text and on nesting of quotes and lists; beyond them, text is shown as typed. */
const maxElements = 400;
// In an email, a link costs many times as much as other elements.
const maxLinks = 120;
const maxDepth = 5;

const blank = /^\s*$/;
const quoteMark = /^ {0,3}>(?: |$)/;
const fence = /^( {0,3})(`{3,}|~{3,})([\w+#.-]{0,20})\s*$/;
/** Only markers that render as typed: browsers show `1)` and `01.` as `1.` and collapse the spaces after it. */
const itemMark = /^([ \t]*)([-*]|[1-9]\d{0,8}\.) (?=\S)(?![-*\s]+$)/;

/** Parses text into blocks. Keeps every character, in order, except the marks of constructs that are on. */
export function readMarkdown(text: string): Block[] {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  return readBlocks(lines, { left: maxElements, links: maxLinks }, 0);
}

type Found = { block: Block; next: number } | null;
type Rule = (lines: string[], at: number, budget: Budget, depth: number) => Found;

const rules: Record<BlockRule, Rule> = {
  "fenced code": readFence,
  "block quote": readQuote,
  "bullet list": readList,
  "ordered list": readList,
};
const inOrder = [...new Set(Object.values(rules))];

function readBlocks(lines: string[], budget: Budget, depth: number): Block[] {
  const found: Block[] = [];
  let typed: string[] = [];
  let gap = false;
  const add = (block: Block) => {
    found.push(gap ? { ...block, gap: true } : block);
    gap = false;
  };
  const flush = () => {
    if (typed.length > 0) add(textOf(typed, budget));
    typed = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    if (budget.left <= 0) {
      typed.push(...lines.slice(at));
      break;
    }
    if (blank.test(line)) {
      let end = at;
      while (end < lines.length && blank.test(lines[end] ?? "")) end++;
      flush();
      gap ||= found.length > 0;
      const more = end - at - (found.length > 0 ? 1 : 0);
      if (more > 0) add({ type: "text", words: ["\n".repeat(more)] });
      at = end;
      continue;
    }
    const special = budget.left > 0 ? first(lines, at, budget, depth) : null;
    if (!special) {
      typed.push(line);
      at++;
      continue;
    }
    flush();
    add(special.block);
    at = special.next;
  }
  flush();
  return found;
}

function first(lines: string[], at: number, budget: Budget, depth: number): Found {
  for (const rule of inOrder) {
    const found = rule(lines, at, budget, depth);
    if (found) return found;
  }
  return null;
}

function textOf(lines: string[], budget: Budget): Text {
  budget.left--;
  return {
    type: "text",
    words: joined(lines.flatMap((line, at) => [at > 0 ? "\n" : "", ...readLine(line, budget)])),
  };
}

const unended = new WeakMap<string[], Record<string, number>>();

function readFence(lines: string[], at: number, budget: Budget, _depth = 0, within = 0): Found {
  const first = withoutIndent(lines[at] ?? "", within);
  const [, indent = "", ticks = "", info = ""] = fence.exec(first) ?? [];
  const known = unended.get(lines) ?? {};
  if (ticks === "" || ticks.length >= (known[ticks.slice(0, 1)] ?? Number.POSITIVE_INFINITY)) return null;
  let end = at + 1;
  while (end < lines.length && !isEnd(lines[end] ?? "", ticks)) end++;
  // An unclosed fence may mean anything: show it as typed.
  if (end === lines.length) {
    unended.set(lines, { ...known, [ticks.slice(0, 1)]: ticks.length });
    return null;
  }
  budget.left -= 2;
  const text = lines.slice(at + 1, end).map(line => withoutIndent(line, within + indent.length));
  return { block: { type: "code", info, text: text.join("\n") }, next: end + 1 };
}

function isEnd(line: string, ticks: string): boolean {
  const mark = line.trim();
  return mark.startsWith(ticks) && mark === (ticks[0] ?? "").repeat(mark.length);
}

/** Takes only lines that carry the mark: an unmarked line below is the writer's answer (no lazy continuation). */
function readQuote(lines: string[], at: number, budget: Budget, depth: number): Found {
  if (depth >= maxDepth || !quoteMark.test(lines[at] ?? "")) return null;
  let end = at;
  while (end < lines.length && quoteMark.test(lines[end] ?? "")) end++;
  const inside = lines.slice(at, end).map(line => line.replace(quoteMark, ""));
  // Nothing but marks: show them.
  if (inside.every(line => blank.test(line))) return null;
  budget.left--;
  return { block: { type: "quote", blocks: readBlocks(inside, budget, depth + 1) }, next: end };
}

type Open = { item: Item; typed: string[]; indent: number; offset: number };

function readList(lines: string[], at: number, budget: Budget): Found {
  const start = itemMark.exec(lines[at] ?? "");
  if (!start || width(start[1] ?? "") > 3) return null;
  const root: List = { type: "list", isOrdered: isNumber(start[2]), items: [] };
  const open: Open[] = [];
  const settle = (kept: number) => {
    for (const one of open.splice(kept).reverse()) put(one, budget);
  };
  let next = at;
  while (next < lines.length && budget.left > 0) {
    const isApart = blank.test(lines[next] ?? "");
    const here = isApart ? next + 1 : next;
    const line = lines[here] ?? "";
    const mark = itemMark.exec(line);
    const top = open.at(-1);
    if (mark) {
      const indent = width(mark[1] ?? "");
      const level = open.findIndex(one => indent < one.offset && indent < one.indent + 2);
      const at = level < 0 ? Math.min(open.length, maxDepth) : level;
      if (at === 0 ? isNumber(mark[2]) !== root.isOrdered : isApart) break;
      settle(at);
      const list = at === 0 ? root : listIn(open[at - 1], isNumber(mark[2]), budget);
      const item: Item = { marker: mark[2] ?? "", blocks: [], ...(isApart && { gap: true }) };
      list.items.push(item);
      budget.left--;
      const offset = width(line.slice(0, mark[0].length));
      open.push({ item, typed: [line.slice(mark[0].length)], indent, offset });
    } else if (top && /^(?: {2}|\t)/.test(line) && !blank.test(line)) {
      const code = isApart ? null : readFence(lines, here, budget, 0, top.offset);
      if (code) {
        put(top, budget);
        top.item.blocks.push(code.block);
        next = code.next;
        continue;
      }
      if (isApart) top.typed.push("");
      top.typed.push(withoutIndent(line, top.offset));
    } else break;
    next = here + 1;
  }
  settle(0);
  return { block: root, next };
}

const isNumber = (marker = "") => /^\d/.test(marker);

function put(one: Open, budget: Budget): void {
  if (one.typed.length > 0) one.item.blocks.push(textOf(one.typed, budget));
  one.typed = [];
}

function listIn(parent: Open | undefined, isOrdered: boolean, budget: Budget): List {
  if (!parent) return { type: "list", isOrdered, items: [] };
  put(parent, budget);
  const last = parent.item.blocks.at(-1);
  if (last?.type === "list" && last.isOrdered === isOrdered) return last;
  const list: List = { type: "list", isOrdered, items: [] };
  parent.item.blocks.push(list);
  budget.left--;
  return list;
}

function width(blanks: string): number {
  let columns = 0;
  for (const letter of blanks) columns += letter === "\t" ? 4 - (columns % 4) : 1;
  return columns;
}

function withoutIndent(line: string, columns: number): string {
  let at = 0;
  while (at < line.length && /[ \t]/.test(line[at] ?? "") && width(line.slice(0, at + 1)) <= columns) at++;
  return line.slice(at);
}

/** The text without its markup, for a list row or an email preview. */
export const plainWords = (text: string) => plainText(readMarkdown(text));

function plainText(blocks: Block[]): string {
  return blocks
    .map(block => {
      const above = block.gap ? "\n" : "";
      if (block.type === "text") return above + inlineWords(block.words).replace(/^\n(?=\n*$)/, "");
      if (block.type === "code") return above + (block.info ? `${block.info}\n` : "") + block.text;
      if (block.type === "quote") return above + plainText(block.blocks);
      return above + block.items.map(({ marker, blocks }) => `${marker} ${plainText(blocks)}`).join("\n");
    })
    .join("\n");
}

function inlineWords(words: Inline[]): string {
  return words
    .map(word => {
      if (typeof word === "string") return word;
      if (word.type === "code") return word.text;
      const inside = inlineWords(word.children);
      // Keep the marks: struck-out text must not read as valid.
      return word.type === "deleted" ? `~~${inside}~~` : inside;
    })
    .join("");
}
