import { type Block, readMarkdown } from "./markdown";

const fence = /^([\s>]*?)(`{3,}|~{3,})([\w+#.-]{0,20})\s*$/;

/**
 * The beginning of a text, with an end for the code that it was cut in; without one that code would be read as words.
 * @param whole what `start` is the beginning of
 */
export function endFence(whole: string, start: string): string {
  const mark = openFence(linesOf(whole), linesOf(start).length);
  if (mark === null) return start;
  const ended = `${start}\n${mark}`;
  const codes = countCode(readMarkdown(ended));
  // Not everything that looks like a fence is one where it stands.
  const isFence = codes > countCode(readMarkdown(start)) && codes <= countCode(readMarkdown(whole));
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

function countCode(blocks: Block[]): number {
  let count = 0;
  for (const block of blocks) {
    if (block.type === "code") count++;
    if (block.type === "quote") count += countCode(block.blocks);
    if (block.type === "list") for (const item of block.items) count += countCode(item.blocks);
  }
  return count;
}
