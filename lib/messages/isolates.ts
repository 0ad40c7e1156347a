import type { IntlMessageFormat } from "intl-messageformat";

const fromTheRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const fromTheLeft =
  /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])\p{L}/u;

const [begin, end] = ["\u2068", "\u2069"];

/** Text that keeps its own direction, and leaves that of the words around it as it was. */
export const isolate = (text: string) => `${begin}${text}${end}`;

/**
 * What a message is filled with, isolated where its letters run against those of the language: otherwise a Latin name would
 * pull the comma and the number after it to its other side in an Arabic sentence, and the other way round.
 */
export function isolateValues<V extends object>(
  values: V,
  message: IntlMessageFormat,
  direction: "ltr" | "rtl",
): V {
  const against = direction === "rtl" ? fromTheLeft : fromTheRight;
  const foreign = Object.entries(values).filter(
    ([, value]) => typeof value === "string" && against.test(value),
  );
  if (foreign.length === 0) return values;
  const { isAlone, choosing } = shapeOf(message);
  if (isAlone) return values;
  const isolated = foreign
    .filter(([name]) => !choosing.has(name))
    .map(([name, value]) => [name, isolate(value)]);
  return { ...values, ...Object.fromEntries(isolated) };
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
