/**
 * Where the `/` in front of the caret asks for a canned reply; -1 where it is part of a word, an address or code, or
 * where an input method still composes it.
 */
export function askingSlash(text: string, caret: number, isComposing: boolean): number {
  if (isComposing) return -1;
  const at = caret - 1;
  if (text[at] !== "/" || (at > 0 && !/\s/.test(text[at - 1] ?? ""))) return -1;
  return isInCode(text.slice(0, at)) ? -1 : at;
}

/** Whether Markdown reads what follows as code: fenced, indented, or between backticks. */
export function isInCode(before: string): boolean {
  const lines = before.split("\n");
  const line = lines.pop() ?? "";
  const fences = lines.filter(text => /^ {0,3}(```|~~~)/.test(text));
  return fences.length % 2 === 1 || /^( {4}|\t)/.test(line) || line.split("`").length % 2 === 0;
}

/** What is searched for; null once it can be no search any more. */
export function searchAfter(text: string, slash: number, caret: number): string | null {
  const words = text.slice(slash + 1, caret);
  const isSearch = text[slash] === "/" && caret > slash && /^(?!\s)[^\n/]{0,60}$/.test(words);
  return isSearch ? words : null;
}
