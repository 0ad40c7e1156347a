import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { imageSize } from "image-size";

/** One line of what an import changes; `depth` says what it is part of. */
export type Difference = { depth: number; sign: "+" | "-" | "~"; text: string };

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What names an item within its list. */
const nameOf = (item: unknown): string | null => {
  const name = isPlain(item) ? (item.slug ?? item.key ?? item.value) : null;
  if (typeof name !== "string") return null;
  return isPlain(item) && typeof item.language === "string" ? `${name}.${item.language}` : name;
};

export function differencesOf(before: unknown, after: unknown, depth = 0): Difference[] {
  const [one, other] = [asMap(before), asMap(after)];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys
    .flatMap(key => differencesAt(key, one[key], other[key], depth))
    .concat(moved(before, after, depth));
}

function differencesAt(key: string, before: unknown, after: unknown, depth: number): Difference[] {
  if (isDeepStrictEqual(before, after)) return [];
  const line = (sign: Difference["sign"], text: string): Difference => ({ depth, sign, text });
  const isNested = (value: unknown) => isPlain(value) || isListOfItems(value);
  if (before !== undefined && after !== undefined && isNested(before) && isNested(after))
    return [line("~", key), ...differencesOf(before, after, depth + 1)];
  if (before === undefined || isEmpty(before)) return [line("+", `${key}: ${shown(after)}`)];
  if (after === undefined || isEmpty(after)) return [line("-", `${key}: ${shown(before)}`)];
  return [line("~", `${key}: ${shown(before)} → ${shown(after)}`)];
}

const isEmpty = (value: unknown) => value === "" || (Array.isArray(value) && value.length === 0);
const isListOfItems = (value: unknown): value is Plain[] =>
  Array.isArray(value) && value.every(item => nameOf(item) !== null);

/** A list of items by their names, which can be any: one of them is "constructor". */
const asMap = (value: unknown): Plain =>
  Object.assign(
    Object.create(null),
    isListOfItems(value)
      ? Object.fromEntries(value.map(item => [nameOf(item), item]))
      : isPlain(value)
        ? value
        : {},
  );

/** Whether items that are in both stand in another order. */
function moved(before: unknown, after: unknown, depth: number): Difference[] {
  if (!isListOfItems(before) || !isListOfItems(after)) return [];
  const [one, other] = [before, after].map(list => list.map(item => nameOf(item) ?? ""));
  const stayed = (names: string[] = [], others: string[] = []) => names.filter(name => others.includes(name));
  const [was, is] = [stayed(one, other), stayed(other, one)];
  return was.join() === is.join() ? [] : [{ depth, sign: "~", text: `↕ ${is.join(", ")}` }];
}

const most = 160;

/** As a PNG begins in base64. */
const png = "iVBORw0KGgo";

/** A picture by its size and digest instead of its base64; null for any other text, though it may begin like one. */
function shownPicture(value: unknown): string | null {
  if (typeof value !== "string" || !value.startsWith(png)) return null;
  const bytes = Buffer.from(value, "base64");
  try {
    const { width, height } = imageSize(bytes);
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
    return `PNG ${width} × ${height}, ${bytes.length} bytes, ${hash}`;
  } catch {
    return null;
  }
}

function shown(value: unknown): string {
  const picture = shownPicture(value);
  if (picture) return picture;
  const name = isPlain(value) ? (value.name ?? value.label) : undefined;
  const text = JSON.stringify(name ?? value);
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
