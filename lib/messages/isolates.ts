import type { IntlMessageFormat } from "intl-messageformat";

const fromTheRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const fromTheLeft =
  /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])\p{L}/u;

/**
 * Figures in groups, such as a telephone number or 2026-11-27: behind Arabic letters they would be put in order from right to
 * left, group by group. What only points and commas divide stays together by itself.
 */
const groups = /^(?=\P{L}*\d)(?=.*[\s+\-\u2010-\u2015/#*])\P{L}+$/u;

const [begin, end] = ["\u2068", "\u2069"];
const isolated = new RegExp(`${begin}[^${begin}${end}]*${end}`, "g");

/** Whether a text needs to be kept apart from letters that run in this direction. What is isolated in it already does not. */
const runsAgainst = (direction: "ltr" | "rtl") => (text: string) => {
  const open = text.includes(begin) ? text.replace(isolated, "") : text;
  return direction === "rtl" ? fromTheLeft.test(open) || groups.test(open) : fromTheRight.test(open);
};

/** Whether there are letters in it that run from right to left. */
export const runsFromTheRight = (text: string) => fromTheRight.test(text);

/** Text that keeps its own direction, and leaves that of the words around it as it was. */
export const isolate = (text: string) => `${begin}${text}${end}`;

/** The same only where it would disturb the words around it. */
export const keepApart = (text: string, direction: "ltr" | "rtl") =>
  runsAgainst(direction)(text) ? isolate(text) : text;

/**
 * What a message is filled with, isolated where it runs against the letters of the language: otherwise a Latin name would
 * pull the comma and the number after it to its other side in an Arabic sentence, and the other way round.
 */
export function isolateValues<V extends object>(
  values: V,
  message: IntlMessageFormat,
  direction: "ltr" | "rtl",
): V {
  const against = runsAgainst(direction);
  const foreign = Object.entries(values).filter(([, value]) => typeof value === "string" && against(value));
  if (foreign.length === 0) return values;
  const { isAlone, choosing } = shapeOf(message);
  if (isAlone) return values;
  const apart = foreign
    .filter(([name]) => !choosing.has(name))
    .map(([name, value]) => [name, isolate(value)]);
  return { ...values, ...Object.fromEntries(apart) };
}

/** Sets the direction for a reader of the text around it, which sees nothing of what is isolated. */
const fromHereToTheLeft = "\u200f";

/** Parts one after the other, in the order in which the language is read, each with its own direction. */
export function lineUp(parts: readonly string[], comma: string, direction: "ltr" | "rtl"): string {
  const against = runsAgainst(direction);
  if (parts.length < 2 || !parts.some(against)) return parts.join(comma);
  const line = parts.map(part => keepApart(part, direction)).join(comma);
  return direction === "rtl" ? `${fromHereToTheLeft}${line}` : line;
}

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];
/** Whether nothing stands around a value, and the arguments that choose a text, which would not know themselves isolated. */
type Shape = { isAlone: boolean; choosing: Set<string> };

const shapes = new WeakMap<IntlMessageFormat, Shape>();

function shapeOf(message: IntlMessageFormat): Shape {
  const known = shapes.get(message);
  if (known) return known;
  const elements = message.getAst();
  const shape = {
    isAlone: elements.length === 1 && elements[0]?.type === 1,
    choosing: new Set(choosingIn(elements)),
  };
  shapes.set(message, shape);
  return shape;
}

const choosingIn = (elements: Element[]): string[] =>
  elements.flatMap(element => {
    if ("children" in element) return choosingIn(element.children);
    if (!("options" in element)) return [];
    const inside = Object.values(element.options).flatMap(({ value }) => choosingIn(value));
    return [element.value, ...inside];
  });
