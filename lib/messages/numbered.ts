/** Told data in which the texts of a list are numbers, line by line. */
export type Numbered<T> = { readonly numbered: T };

const mark = "~";
const numbers = new WeakMap<readonly string[], Map<string, string>>();

/** Puts a number for each text, and for each line of one, that a list has. React's elements and functions stay what they are. */
export function numberTexts<T>(told: T, texts: readonly string[]): Numbered<T> {
  const known = numbers.get(texts) ?? new Map(texts.map((text, index) => [text, mark + index.toString(36)]));
  numbers.set(texts, known);
  const ofLine = (line: string) => known.get(line) ?? (line.startsWith(mark) ? mark + line : line);
  return change(told, text => known.get(text) ?? eachLine(text, ofLine)) as Numbered<T>;
}

/** @param texts the list that they were numbered by */
export function spellOut<T>(told: Numbered<T>, texts: readonly string[]): T {
  const ofLine = (line: string) => {
    if (!line.startsWith(mark)) return line;
    return line.startsWith(mark, 1) ? line.slice(1) : (texts[Number.parseInt(line.slice(1), 36)] ?? "");
  };
  return change(told, text => (text.includes(mark) ? eachLine(text, ofLine) : text)) as T;
}

const eachLine = (text: string, ofLine: (line: string) => string) =>
  text.includes("\n") ? text.split("\n").map(ofLine).join("\n") : ofLine(text);

function change(told: unknown, ofText: (text: string) => string): unknown {
  if (typeof told === "string") return ofText(told);
  if (Array.isArray(told)) return told.map(one => change(one, ofText));
  if (typeof told !== "object" || told === null || "$$typeof" in told || told instanceof Promise) return told;
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, change(value, ofText)]));
}
