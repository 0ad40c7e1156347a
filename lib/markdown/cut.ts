import { type Block, readMarkdown } from "./markdown";

const fence = /^([\s>]*?)(`{3,}|~{3,})([\w+#.-]{0,20})\s*$/;

/**
 * The first letters of a text and `…`, with an end for the code that it was cut in; without one that code would be read
 * as words.
 */
export function cutBefore(text: string, end: number): string {
  const [lines, kept] = [linesOf(text), linesOf(text.slice(0, end).toWellFormed())];
  // The mark of a fence is one only as a whole line.
  const last = fence.test(lines[kept.length - 1] ?? "") ? "" : (kept.at(-1) ?? "");
  const start = [...kept.slice(0, -1), `${last}…`].join("\n");
  const mark = openFence(lines, last === "" ? kept.length - 1 : kept.length);
  if (mark === null) return start;
  const ended = `${start}\n${mark}`;
  const codes = codesOf(readMarkdown(ended));
  // Not everything that looks like a fence is one where it stands.
  const isFence = codes.at(-1)?.endsWith("…") && codes.length <= codesOf(readMarkdown(text)).length;
  return isFence ? ended : start;
}

/** The mark that would end the code which the first lines begin and do not end. */
function openFence(lines: string[], count: number): string | null {
  /** For each kind of fence the length from which on none is ended. */
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

const linesOf = (text: string) => text.split(/\r\n?|\n/);
const depthOf = (before: string) => before.replace(/[^>]/g, "").length;

function codesOf(blocks: Block[]): string[] {
  return blocks.flatMap(block => {
    if (block.type === "code") return block.text;
    if (block.type === "quote") return codesOf(block.blocks);
    return block.type === "list" ? block.items.flatMap(item => codesOf(item.blocks)) : [];
  });
}
