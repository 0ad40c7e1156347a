import { IntlMessageFormat } from "intl-messageformat";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/**
 * Languages for tests, made of English: every text of ours is in brackets, has accents and is some 40 % longer, so that a
 * word without brackets has escaped the catalogue, and what is cut off would be in German. The other is written from
 * right to left. People meet them nowhere: PSEUDO_LANGUAGES must be on.
 */
export const pseudoLanguages = ["en-XA", "ar-XB"] as const;
export type PseudoLanguage = (typeof pseudoLanguages)[number];

export const isPseudo = (language: string): language is PseudoLanguage =>
  pseudoLanguages.some(one => one === language);

export const brackets = ["⟦", "⟧"] as const;

/** The parts of a message with all its literal text made strange. */
export function strange(text: string): Element[] {
  const [open, close] = brackets.map(value => ({ type: 0, value }) as Element);
  const parts = new IntlMessageFormat(text, "en").getAst().map(element => alter(element));
  return [open, ...parts, close].filter(part => part !== undefined);
}

function alter(element: Element): Element {
  if (element.type === 0) return { ...element, value: element.value.replace(/[aeiouy]/gi, accent) };
  if ("children" in element) return { ...element, children: element.children.map(alter) };
  if (!("options" in element)) return element;
  const options = Object.entries(element.options).map(([name, option]) => [
    name,
    { ...option, value: option.value.map(alter) },
  ]);
  return { ...element, options: Object.fromEntries(options) } as Element;
}

const accented: Record<string, string> = { a: "á", e: "é", i: "í", o: "ó", u: "ú", y: "ý" };

/** Vowels are about two letters of five. */
const accent = (vowel: string) => {
  const small = vowel.toLowerCase();
  const strange = accented[small] ?? small;
  return `${small === vowel ? strange : strange.toUpperCase()}${strange}`;
};
