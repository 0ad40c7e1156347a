import { type Block, readMarkdown } from "./markdown";

const fence = /^([\s>]*?)(`{3,}|~{3,})([\w+#.-]{0,20})\s*$/;

/** The first `end` characters and `…`. Closes a code block that was cut, which otherwise would be parsed as text. */
export function cutBefore(text: string, end: number): string {
  const [lines, kept] = [linesOf(text), linesOf(text.slice(0, end).toWellFormed())];
  // A fence counts only as a whole line, so never leave half of one.
  const last = fence.test(lines[kept.length - 1] ?? "") ? "" : (kept.at(-1) ?? "");
  const start = [...kept.slice(0, -1), `${last}…`].join("\n");
  const count = last === "" ? kept.length - 1 : kept.length;
  const first = lines.slice(0, count).findIndex(line => fence.test(line));
  if (first < 0) return start;
  // Only parsing decides whether something that looks like a fence is one here, and the one that ends what was cut.
  const whole = codesOf(readMarkdown(text));
  const isPart = (codes: string[]) => codes.every((code, at) => whole[at]?.startsWith(withoutMark(code)));
  const mark = openFence(lines, count);
  if (mark !== null) {
    const ended = `${start}\n${mark}`;
    const codes = codesOf(readMarkdown(ended));
    if (isPart(codes) && codes.at(-1)?.endsWith("…")) return ended;
  }
  // Otherwise no code is shown rather than what is none in the whole.
  return isPart(codesOf(readMarkdown(start))) ? start : [...lines.slice(0, first), "…"].join("\n");
}

/** The fence of the block that is open at line `count`. */
function openFence(lines: string[], count: number): string | null {
  const unended = new Map<string, number>();
  for (let at = 0; at < count; at++) {
    const [, before = "", ticks = ""] = fence.exec(lines[at] ?? "") ?? [];
    const depth = depthOf(before);
    const kind = `${depth}${ticks.charAt(0)}`;
    if (ticks === "" || ticks.length >= (unended.get(kind) ?? Number.POSITIVE_INFINITY)) continue;
    const end = endOf(lines, at, depth, ticks);
    if (end === null) unended.set(kind, ticks.length);
    else if (end >= count) return before + ticks;
    else at = end;
  }
  return null;
}

function endOf(lines: string[], start: number, depth: number, ticks: string): number | null {
  for (let at = start + 1; at < lines.length; at++) {
    const [, before = "", mark = "", info = ""] = fence.exec(lines[at] ?? "") ?? [];
    if (mark.startsWith(ticks) && info === "" && depthOf(before) === depth) return at;
    if (depth > 0 && depthOf(/^[\s>]*/.exec(lines[at] ?? "")?.[0] ?? "") < depth) return null;
  }
  return null;
}

const withoutMark = (code: string) => code.replace(/\n?[ >]*…$/, "");
const linesOf = (text: string) => text.split(/\r\n?|\n/);
const depthOf = (before: string) => before.replace(/[^>]/g, "").length;

function codesOf(blocks: Block[]): string[] {
  return blocks.flatMap(block => {
    if (block.type === "code") return block.text;
    if (block.type === "quote") return codesOf(block.blocks);
    return block.type === "list" ? block.items.flatMap(item => codesOf(item.blocks)) : [];
  });
}
